import { useMemo } from 'react';
import type { RunStyle } from '../../plots/kit/types';
import { useExperimentPart } from '../../workbench/stores/experimentStore';
import { usePreference } from '../../workbench/stores/preferences';
import { useScreen } from '../../workbench/stores/screenStore';
import { runNames } from './runNames';
import { runStyles } from './runStyles';

/** The style of each run of the experiment in all plots and panels. */
export function useRunStyles(): readonly RunStyle[] {
  const language = usePreference((state) => state.language);
  // Depends on the labels, not the runs: while a slider moves that no label says, the styles stay the same objects and their
  // readers do not render.
  const labels = useExperimentPart(({ runs }) => runNames(runs, language).join('\n'));
  return useMemo(() => runStyles(labels.split('\n')), [labels]);
}

/** Index of the selected run; the last one if the selected run was removed. */
export function useSelected(): number {
  const last = useExperimentPart(({ runs }) => runs.length - 1);
  return useScreen((state) => Math.min(state.selected, last));
}
