import { validationSamplesOf } from '../loss/source';
import type { Precision } from '../loss/evaluator';
import type { Plan, RunPlan } from '../plan/types';
import type { TraceBuffers } from '../trace/trace';
import { Stepper } from './stepper';

/**
 * Computes a run into its buffers, row by row up to the last or the first in which a parameter is not finite; gives the number
 * of rows so far.
 * @param precision of a run without one of its own
 */
export function* rowByRow(
  plan: Plan,
  run: RunPlan,
  { params, state, loss, validation }: TraceBuffers,
  precision: Precision,
): Generator<number, void> {
  const heldBack = validationSamplesOf(plan);
  const stepper = new Stepper(plan, run, precision);
  for (let row = 0; row <= run.updates; row += 1) {
    if (row > 0) stepper.advance(row - 1);
    params.set(stepper.theta, row * stepper.theta.length);
    state.set(stepper.state, row * stepper.state.length);
    loss[row] = stepper.currentLoss();
    if (heldBack) validation[row] = stepper.lossOver(heldBack);
    yield row + 1;
    if (!stepper.theta.every(Number.isFinite)) return;
  }
}
