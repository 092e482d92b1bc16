import { runToEnd } from '../common/slice';
import type { RunTrace } from '../trace/types';
import { traceBuffers, finishTrace } from '../trace/trace';
import { findRates } from '../trace/rounds';
import type { Plan, RunPlan } from '../plan/types';
import { rowByRow } from './rowByRow';
import type { Precision } from '../loss/evaluator';

/** Runs every run of a plan to its end in plain TypeScript. In float64 this is the reference that the other engines are tested against. */
export const runReference = (plan: Plan, precision: Precision = 'float64'): RunTrace[] =>
  plan.runs.map((run) => runToEnd(findRates(run, (one) => traceInSteps(plan, one, precision))).trace);

// eslint-disable-next-line require-yield -- as the generators of devices, but in one step
function* traceInSteps(plan: Plan, run: RunPlan, precision: Precision): Generator<void, RunTrace> {
  const buffers = traceBuffers(plan, run);
  let rows = 0;
  for (rows of rowByRow(plan, run, buffers, precision));
  return finishTrace(plan, run, buffers, rows);
}
