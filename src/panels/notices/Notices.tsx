import { useTranslations } from 'use-intl';
import { lazyWith } from '../../late/lazyWith';
import { useArrivals } from '../../workbench/arrivals/arrivalStore';
import { useFirstPictureShown } from '../../workbench/firstPicture';
import { useExperimentPart } from '../../workbench/stores/experimentStore';
import { resultStore, useResults } from '../../workbench/stores/resultStore';
import { useScreen } from '../../workbench/stores/screenStore';
import { Notice } from './Notice';
import './notices.css';

const LinkNotice = lazyWith(() => import('./LinkNotice'));
const ContinueNotice = lazyWith(() => import('../restart/ContinueNotice'));
const ArrivalNotices = lazyWith(() => import('./ArrivalNotices'));
const TroubleNotices = lazyWith(() => import('./TroubleNotices'));

/** What the engine could not compute. */
function EngineNotice() {
  const t = useTranslations('engine');
  const error = useResults((state) => state.error);
  if (error === null) return null;
  return (
    <Notice isBad onDismiss={() => resultStore.setState({ error: null })}>
      <p>{t('failed', { message: error })}</p>
    </Notice>
  );
}

/**
 * What the user should know: what was wrong with a link, where the runs continue from, and what could not be computed or
 * loaded. Notices lie over the page, so that nothing moves when they come and go, but for the offer of a playlist, which stays;
 * screen readers read them out at the next pause.
 */
export function Notices() {
  const linked = useScreen(({ complaints }) => complaints.length > 0);
  const hasArrived = useArrivals(({ arrival, logDialog }) => (arrival ?? logDialog) !== null);
  const continued = useScreen((state) => state.continued);
  // After undo or another change of the start, the runs no longer continue from that point.
  const goesOn = useExperimentPart(({ start }) => start !== null && start === continued?.start);
  const isPictureShown = useFirstPictureShown();
  return (
    <div className="notices" role="status">
      {hasArrived && <ArrivalNotices />}
      {linked && <LinkNotice />}
      {goesOn && continued && <ContinueNotice continued={continued} />}
      <EngineNotice />
      {isPictureShown && <TroubleNotices />}
    </div>
  );
}
