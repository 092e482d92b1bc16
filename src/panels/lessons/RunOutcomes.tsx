import { MarkerIcon } from '../../plots';
import { useExperimentPart } from '../../workbench/stores/experimentStore';
import { usePreference } from '../../workbench/stores/preferences';
import { useResults } from '../../workbench/stores/resultStore';
import { useOutcomeMessage } from '../shared/messages';
import { runLabel, useRunStyles } from '../shared/runs';

/** The runs by the numbers that the texts use, and how each ended, in the words of its badge. */
export function RunOutcomes() {
  const message = useOutcomeMessage('outcomeShort');
  const language = usePreference((state) => state.language);
  const runs = useExperimentPart((experiment) => experiment.runs);
  const styles = useRunStyles();
  const trace = useResults((state) => state.trace);
  return (
    <ol className="lesson-outcomes">
      {runs.map((run, i) => (
        <li key={i}>
          {i + 1} {styles[i] && <MarkerIcon style={styles[i]} />} {runLabel(run, language)}:{' '}
          {message(trace?.runs[i]?.outcome ?? null)}
        </li>
      ))}
    </ol>
  );
}
