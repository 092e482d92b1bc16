import { ReadingTable } from '../inWords/ReadingTable';
import { ListenButtons } from '../inWords/tone/ListenButtons';
import { useLossShown } from '../inWords/useLossShown';
import { useReading } from '../inWords/useReading';
import { useUnchanged } from '../inWords/useUnchanged';
import { withLateMessages } from '../late/LateMessages';
import { useSelected } from '../shared/runs';
import './lossNumbers.css';

/** The loss plot as a table of some of its steps, and the selected run's loss as a tone. */
export default withLateMessages(function LossNumbers() {
  const { of, shows } = useLossShown();
  const { table, curves } = useReading(of, useUnchanged(shows));
  const selected = useSelected();
  return (
    table && (
      <section className="loss-numbers">
        <ReadingTable {...table} />
        <ListenButtons curves={curves.slice(selected, selected + 1)} />
      </section>
    )
  );
});
