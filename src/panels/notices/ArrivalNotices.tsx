import { useTranslations } from 'use-intl';
import { FailedDialog } from '../../late/FailedPart';
import { lazyWith } from '../../late/lazyWith';
import { setArrival, setLogDialog, useArrivals, type Arrival } from '../../workbench/arrivals/arrivalStore';
import { openOffer } from '../../workbench/address/openOffer';
import { withLateMessages } from '../late/LateMessages';
import { Notice } from './Notice';
import { useContents } from '../shared/contents';
import './arrivalNotices.css';

const PlaylistArrival = lazyWith(() => import('./PlaylistArrival'));
const LogDialog = lazyWith(
  () => import('../logs/LogDialog'),
  undefined,
  (failure) => <FailedDialog {...failure} part={{ onClose: () => setLogDialog(null) }} />,
);

/** What a text or a file that was pasted or dropped is, and what can be done with it. */
export default withLateMessages(function ArrivalNotices() {
  const arrival = useArrivals((state) => state.arrival);
  const isLogOpen = useArrivals((state) => state.logDialog !== null);
  return (
    <>
      {arrival && (
        <Notice isBad={arrival.kind === 'notJson'} onDismiss={() => setArrival(null)}>
          <ArrivalWords arrival={arrival} />
        </Notice>
      )}
      {isLogOpen && <LogDialog />}
    </>
  );
});

function ArrivalWords({ arrival }: { readonly arrival: Arrival }) {
  const t = useTranslations('arrival');
  const about = useContents();
  switch (arrival.kind) {
    case 'offer': {
      const { offer } = arrival;
      return (
        <div className="arrival">
          <p>{t(offer.kind, { contents: about(offer.experiment) })}</p>
          <button type="button" className="button button-strong" onClick={() => void openOffer(offer)}>
            {t('open')}
          </button>
        </div>
      );
    }
    case 'playlist':
      return <PlaylistArrival {...arrival} />;
    case 'opened':
      return (
        <div className="arrival">
          <p>{t('opened')}</p>
          <button type="button" className="button" onClick={arrival.takeBack}>
            {t('takeBack')}
          </button>
        </div>
      );
    case 'notJson':
      return <p>{t('notJson', { line: arrival.line, column: arrival.column })}</p>;
  }
}
