import { runToEnd } from '../common/slice';
import type { RunTrace } from '../trace/types';
import { traceBuffers, finishTrace } from '../trace/trace';
import { validationSamplesOf } from '../loss/source';
import { findRates } from '../trace/rounds';
import type { Plan, RunPlan } from '../plan/types';
import { Stepper } from './stepper';
import type { Precision } from '../loss/evaluator';

/** Runs every run of a plan to its end in plain TypeScript. In float64 this is the reference that the other engines are tested against. */
export const runReference = (plan: Plan, precision: Precision = 'float64'): RunTrace[] =>
  plan.runs.map((run) => runToEnd(findRates(run, (one) => traceInSteps(plan, one, precision))).trace);

// eslint-disable-next-line require-yield -- as the generators of devices, but in one step
function* traceInSteps(plan: Plan, run: RunPlan, precision: Precision): Generator<void, RunTrace> {
  const validation = validationSamplesOf(plan);
  const stepper = new Stepper(plan, run, precision);
  const trace = traceBuffers(plan, run);
  let rows = 0;
  for (; rows <= run.updates; rows += 1) {
    if (rows > 0) stepper.advance(rows - 1);
    trace.params.set(stepper.theta, rows * stepper.theta.length);
    trace.state.set(stepper.state, rows * stepper.state.length);
    trace.loss[rows] = stepper.currentLoss();
    if (validation) trace.validation[rows] = stepper.lossOver(validation);
    if (!stepper.theta.every(Number.isFinite)) break;
  }
  return finishTrace(plan, run, trace, Math.min(rows, run.updates) + 1);
}
