import type { Dataset } from '../../catalogue';
import { validationSamplesOf } from '../loss/source';
import type { Precision } from '../loss/evaluator';
import type { Plan, RunPlan } from '../plan/types';
import type { TraceBuffers } from '../trace/trace';
import { Stepper } from './stepper';

/** Computes the rows of a run, one after the other, into its buffers. */
export class RowByRow {
  private readonly stepper: Stepper;
  private readonly validation: Dataset | null;
  private done = 0;
  private isFinite = true;

  /** @param precision of a run without one of its own */
  constructor(
    plan: Plan,
    private readonly run: RunPlan,
    private readonly buffers: TraceBuffers,
    precision: Precision,
  ) {
    this.stepper = new Stepper(plan, run, precision);
    this.validation = validationSamplesOf(plan);
  }

  /** Rows so far. */
  get rows(): number {
    return this.done;
  }

  /** Whether the last row is there, or one in which a parameter is not finite. */
  get isDone(): boolean {
    return !this.isFinite || this.done > this.run.updates;
  }

  /** The next row; the first is the start. */
  next(): void {
    const { stepper, buffers, validation, done } = this;
    if (done > 0) stepper.advance(done - 1);
    buffers.params.set(stepper.theta, done * stepper.theta.length);
    buffers.state.set(stepper.state, done * stepper.state.length);
    buffers.loss[done] = stepper.currentLoss();
    if (validation) buffers.validation[done] = stepper.lossOver(validation);
    this.isFinite = stepper.theta.every(Number.isFinite);
    this.done += 1;
  }
}
