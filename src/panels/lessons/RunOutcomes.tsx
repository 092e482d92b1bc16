import { MarkerIcon } from '../../plots';
import { useResults } from '../../workbench/stores/resultStore';
import { useScreen } from '../../workbench/stores/screenStore';
import { useOutcomeMessage } from '../shared/messages';
import { useRunStyles } from '../shared/runs';

/** The runs by the numbers that the texts use; once they have played, with their ends in the words of their badges. */
export function RunOutcomes() {
  const message = useOutcomeMessage('outcomeShort');
  const styles = useRunStyles();
  const isHidden = useScreen((state) => state.hidesFuture);
  const trace = useResults((state) => state.trace);
  return (
    <ol className="lesson-outcomes">
      {styles.map((style, i) => (
        <li key={i}>
          {i + 1} <MarkerIcon style={style} /> {style.label}
          {!isHidden && `: ${message(trace?.runs[i]?.outcome ?? null)}`}
        </li>
      ))}
    </ol>
  );
}
