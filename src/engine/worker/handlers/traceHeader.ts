import type { ExperimentPlan } from '../../plan/types';
import type { EngineName, RunTrace, Trace } from '../../trace/types';

/** What does not change of a trace while its runs grow. */
export const traceHeader = (plan: ExperimentPlan, engine: EngineName): Omit<Trace, 'runs'> => ({
  engine,
  parameters: plan.parameters,
  totals: plan.runs.map((run) => run.updates + 1),
  epochSize: plan.kind === 'data' ? plan.data.size : 0,
  minima: plan.minima,
});

export const traceOf = (plan: ExperimentPlan, runs: readonly RunTrace[], engine: EngineName): Trace => ({
  ...traceHeader(plan, engine),
  runs,
});
