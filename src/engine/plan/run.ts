import type { Plan, RunPlan } from './types';

/** Throws RangeError if the plan has no such run. */
export function runAt(plan: Plan, index: number): RunPlan {
  const run = plan.runs[index];
  if (!run) throw new RangeError(`no run ${index}`);
  return run;
}

/** The rate of the update that led to `row`; of the first update, at the start. */
export const rateAt = (run: RunPlan, row: number): number =>
  run.rates[Math.max(0, row - 1)] ?? run.hyper.lr ?? Number.NaN;
