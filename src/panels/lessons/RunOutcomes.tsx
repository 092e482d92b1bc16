import { MarkerIcon } from '../../plots';
import { useExperimentPart } from '../../workbench/stores/experimentStore';
import { usePreference } from '../../workbench/stores/preferences';
import { useResults } from '../../workbench/stores/resultStore';
import { useScreen } from '../../workbench/stores/screenStore';
import { useOutcomeMessage } from '../shared/messages';
import { runLabel, useRunStyles } from '../shared/runs';

/** The runs by the numbers that the texts use; once they have played, with their ends in the words of their badges. */
export function RunOutcomes() {
  const message = useOutcomeMessage('outcomeShort');
  const language = usePreference((state) => state.language);
  const runs = useExperimentPart((experiment) => experiment.runs);
  const styles = useRunStyles();
  const isHidden = useScreen((state) => state.hidesFuture);
  const trace = useResults((state) => state.trace);
  return (
    <ol className="lesson-outcomes">
      {runs.map((run, i) => (
        <li key={i}>
          {i + 1} {styles[i] && <MarkerIcon style={styles[i]} />} {runLabel(run, language)}
          {!isHidden && `: ${message(trace?.runs[i]?.outcome ?? null)}`}
        </li>
      ))}
    </ol>
  );
}
