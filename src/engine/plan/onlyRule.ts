import type { ExperimentPlan, Plan } from './types';

/** The plan of one run alone if that is by a rule; null if it is by a classical method. Throws RangeError if there is no such run. */
export function onlyRule(plan: ExperimentPlan, index: number): Plan | null {
  if (!plan.runs[index]) throw new RangeError(`no run ${index}`);
  if (plan.kind === 'data') {
    const run = plan.runs[index];
    return run?.by === 'rule' ? { ...plan, runs: [run] } : null;
  }
  const run = plan.runs[index];
  return run?.by === 'rule' ? { ...plan, runs: [run] } : null;
}
