import { findRates } from '../trace/rounds';
import type { Plan, RunPlan } from '../plan/types';
import type { RunTrace } from '../trace/types';
import type { CostModel } from './cost';
import type { Device } from './device';
import { runOnDevice } from './trajectory';

/**
 * The plan with the rates that the runs have on this device: of a schedule that reads the loss they follow from the losses
 * computed there. The same plan where no run has such a schedule. Throws ContextLostError.
 */
export function* withFoundRates(plan: Plan, device: Device, cost: CostModel): Generator<void, Plan> {
  if (plan.runs.every(({ ratesFrom }) => !ratesFrom)) return plan;
  if (plan.kind === 'data')
    return {
      ...plan,
      runs: yield* findAll(plan.runs, (run) => onlyRun({ ...plan, runs: [run] }, device, cost)),
    };
  return {
    ...plan,
    runs: yield* findAll(plan.runs, (run) => onlyRun({ ...plan, runs: [run] }, device, cost)),
  };
}

function* findAll<R extends RunPlan>(
  runs: readonly R[],
  compute: (run: R) => Generator<void, RunTrace>,
): Generator<void, R[]> {
  const found: R[] = [];
  for (const run of runs) found.push(run.ratesFrom ? (yield* findRates(run, compute)).run : run);
  return found;
}

/** The trace of a plan of one run. */
function* onlyRun(plan: Plan, device: Device, cost: CostModel): Generator<void, RunTrace> {
  const [trace] = yield* runOnDevice(plan, device, cost);
  if (!trace) throw new RangeError('a plan without a run');
  return trace;
}
