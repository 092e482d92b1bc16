import type { RunPlan } from './types';
import { CoefficientStepper } from './coefficients';

/** The numbers of a run that depend on `t` and hyperparameters alone, update by update; it only goes forward. */
export class RunCoefficients {
  private readonly stepper: CoefficientStepper;
  private done = 0;
  private values: ArrayLike<number> = [];

  constructor(private readonly run: RunPlan) {
    const nodes = run.step.lines.flatMap(({ value }) => (value.kind === 'coefficient' ? [value.node] : []));
    this.stepper = new CoefficientStepper(run.step, run.hyper, nodes);
  }

  /** Values by node of the schedule, at update `update` from 1. They hold until the next call. */
  at(update: number): ArrayLike<number> {
    for (; this.done < update; this.done += 1) this.values = this.stepper.advance(this.run.rates[this.done] as number);
    return this.values;
  }
}
