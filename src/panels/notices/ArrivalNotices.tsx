import { useTranslations } from 'use-intl';
import { problemOf } from '../../experiment';
import type { Experiment } from '../../experiment/core/types';
import { FailedDialog } from '../../late/FailedPart';
import { lazyWith } from '../../late/lazyWith';
import { setArrival, setLogDialog, useArrivals, type Arrival } from '../../workbench/arrivals/arrivalStore';
import { openOffer } from '../../workbench/arrivals/openOffer';
import { usePreference } from '../../workbench/stores/preferences';
import { withLateMessages } from '../late/LateMessages';
import { Notice } from './Notice';
import { runLabel } from '../shared/runNames';
import './arrivalNotices.css';

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

/** An experiment in a few words: its problem and its optimizers. */
function useContents(): (experiment: Experiment) => string {
  const t = useTranslations('arrival');
  const language = usePreference((state) => state.language);
  return ({ problem, runs }) => {
    const name = problem.kind === 'custom' ? problem.loss : (problemOf(problem)?.name[language] ?? problem.id);
    return t('contents', { problem: name, runs: runs.map((run) => runLabel(run, language)).join(t('comma')) });
  };
}
