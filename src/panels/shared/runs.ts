import { useMemo } from 'react';
import type { RunStyle } from '../../plots/kit/types';
import { rememberEach } from '../../engine/common/memo';
import type { Stage } from '../../experiment';
import type { Run } from '../../experiment/core/types';
import type { Language } from '../../language';
import { useExperimentPart } from '../../workbench/stores/experimentStore';
import { usePreference } from '../../workbench/stores/preferences';
import { useScreen } from '../../workbench/stores/screenStore';
import { runNames } from './runNames';
import { runStyles } from './runStyles';

/** The names of runs, one a line. Dozens of components read them at every change; they are computed once. */
export const labelsOf = rememberEach((runs: readonly Run[]) => {
  const known = new Map<string, string>();
  return (language: Language, moved: readonly string[] | undefined): string => {
    const key = [language, moved].join();
    const labels = known.get(key) ?? runNames(runs, language, moved).join('\n');
    known.set(key, labels);
    return labels;
  };
});

/** The numbers that the sliders of a stage move: the names of its runs say others where they can. */
export const movedOn = (stage: Stage | null): readonly string[] | undefined => stage?.controls.map(({ name }) => name);

/** The style of each run of the experiment in all plots and panels. */
export function useRunStyles(): readonly RunStyle[] {
  const language = usePreference((state) => state.language);
  // Depends on the labels, not the runs: while a slider moves that no label says, the styles stay the same objects and their
  // readers do not render.
  const stage = useScreen((state) => state.stage);
  const labels = useExperimentPart(({ runs }) => labelsOf(runs)(language, movedOn(stage)));
  return useMemo(() => runStyles(labels.split('\n')), [labels]);
}

/** Index of the selected run; the last one if the selected run was removed. */
export function useSelected(): number {
  const last = useExperimentPart(({ runs }) => runs.length - 1);
  return useScreen((state) => Math.min(state.selected, last));
}
