import { useMemo } from 'react';
import { findOptimizer, hyperDomain, ruleOf } from '../../catalogue';
import type { Run } from '../../experiment/core/types';
import type { Language } from '../../language';
import type { RunStyle } from '../../plots/kit/types';
import { useExperimentPart } from '../../workbench/stores/experimentStore';
import { usePreference } from '../../workbench/stores/preferences';
import { useScreen } from '../../workbench/stores/screenStore';
import { runStyles } from './runStyles';

/** The optimizer's name with the flags that are on: `SGD + Nesterov`. */
export function runLabel(run: Run, language: Language): string {
  const optimizer = findOptimizer(run.optimizer);
  if (!optimizer) return run.optimizer;
  const flags = ruleOf(optimizer).hyper.filter(({ name, flag }) => flag && run.hyper[name] === true);
  return [optimizer, ...flags.map(({ name }) => hyperDomain(name, run.optimizer))]
    .map(({ name }) => name[language])
    .join(' + ');
}

/** The style of each run of the experiment in all plots and panels. */
export function useRunStyles(): readonly RunStyle[] {
  const language = usePreference((state) => state.language);
  // Depends on the labels, not the runs: while a slider moves, the styles stay the same objects and their readers do not render.
  const labels = useExperimentPart(({ runs }) => runs.map((run) => runLabel(run, language)).join('\n'));
  return useMemo(() => runStyles(labels.split('\n')), [labels]);
}

/** Index of the selected run; the last one if the selected run was removed. */
export function useSelected(): number {
  const last = useExperimentPart(({ runs }) => runs.length - 1);
  return useScreen((state) => Math.min(state.selected, last));
}
