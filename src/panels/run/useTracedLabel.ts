import { useResults } from '../../workbench/stores/resultStore';
import { usePreference } from '../../workbench/stores/preferences';
import { useScreen } from '../../workbench/stores/screenStore';
import { labelsOf, movedOn } from '../shared/runs';

/** The name of a run by the settings with which the path on the screen was computed; undefined before there is one. */
export function useTracedLabel(run: number): string | undefined {
  const language = usePreference((state) => state.language);
  const stage = useScreen((state) => state.stage);
  return (
    useResults(({ traced }) => traced && labelsOf(traced.runs)(language, movedOn(stage)).split('\n')[run]) ?? undefined
  );
}
