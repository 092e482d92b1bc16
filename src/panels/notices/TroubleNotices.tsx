import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { isOnUserData } from '../../experiment';
import { showNotDone, useAttempts } from '../../late/attempts';
import { workerClient } from '../../workbench/requests/pageWorkerClient';
import { useKeeping } from '../../workbench/device/userDataStore';
import { useExperimentPart } from '../../workbench/stores/experimentStore';
import { useRelease } from '../../workbench/stores/release';
import { resultStore, useResults } from '../../workbench/stores/resultStore';
import { withLateMessages } from '../late/LateMessages';
import { Notice } from './Notice';

/** What became of the computation after the worker died. */
function TroubleNotice() {
  const t = useTranslations();
  const trouble = useResults((state) => state.trouble);
  if (trouble === null) return null;
  const dismiss = () => resultStore.setState({ trouble: null });
  const again = () => {
    dismiss();
    workerClient().restart();
  };
  const { kind, cause } = trouble;
  return (
    <Notice isBad={kind !== 'restarted'} onDismiss={dismiss}>
      <p>{t(`trouble.${kind}`, { cause: t(`workerDeath.${cause.kind}`, { message: '', seconds: 0, ...cause }) })}</p>
      {kind === 'lost' && (
        <button type="button" className="button" onClick={again}>
          {t('trouble.again')}
        </button>
      )}
    </Notice>
  );
}

/** That the processor computes what the graphics driver could not compile. */
function RefusedNotice() {
  const t = useTranslations('trouble');
  const refuses = useResults((state) => state.status?.refuses === true);
  const [isDismissed, setDismissed] = useState(false);
  if (!refuses || isDismissed) return null;
  return (
    <Notice onDismiss={() => setDismissed(true)}>
      <p>{t('refused')}</p>
    </Notice>
  );
}

/** What was asked for and could not be loaded. */
function NotDoneNotice() {
  const t = useTranslations('trouble');
  const notDone = useAttempts((state) => state.notDone);
  if (notDone === null) return null;
  return (
    <Notice isBad onDismiss={() => showNotDone(null)}>
      <p>{t(notDone)}</p>
      {notDone === 'link' && <ReloadButton onClick={() => location.reload()} />}
    </Notice>
  );
}

function ReleaseNotice() {
  const t = useTranslations('trouble');
  const { isNewer, take } = useRelease((state) => state);
  const isKept = useKeeping() === 'kept';
  const losesData = useExperimentPart(isOnUserData) && !isKept;
  if (!isNewer) return null;
  return (
    <Notice>
      <p>{t(losesData ? 'releaseData' : 'release')}</p>
      <ReloadButton onClick={take} />
    </Notice>
  );
}

function ReloadButton({ onClick }: { readonly onClick: () => void }) {
  const t = useTranslations('trouble');
  return (
    <button type="button" className="button" onClick={onClick}>
      {t('reload')}
    </button>
  );
}

/** What went wrong with the page itself. It loads with the first picture, for later there may be no network to load it from. */
export default withLateMessages(function TroubleNotices() {
  return (
    <>
      <TroubleNotice />
      <RefusedNotice />
      <NotDoneNotice />
      <ReleaseNotice />
    </>
  );
});
