import { SummaryTable } from '../inWords/SummaryTable';
import { ListenButtons } from '../inWords/tone/ListenButtons';
import { useLossShown } from '../inWords/useLossShown';
import { useSummary } from '../inWords/useSummary';
import { useUnchanged } from '../inWords/useUnchanged';
import { withLateMessages } from '../late/LateMessages';
import { useSelected } from '../shared/runs';
import './lossNumbers.css';

/** The loss plot as a table of some of its steps, and the selected run's loss as a tone. */
export default withLateMessages(function LossNumbers() {
  const { of, shows } = useLossShown();
  const { table, curves } = useSummary(of, useUnchanged(shows));
  const selected = useSelected();
  return (
    table && (
      <section className="loss-numbers">
        <SummaryTable {...table} />
        <ListenButtons curves={curves.slice(selected, selected + 1)} />
      </section>
    )
  );
});
