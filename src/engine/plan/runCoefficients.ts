import type { RunPlan } from './types';
import { CoefficientStepper } from './coefficients';

/** The coefficients of a run, computed update by update, in ascending order only. */
export class RunCoefficients {
  private readonly stepper: CoefficientStepper;
  private done = 0;
  private values: ArrayLike<number> = [];

  constructor(private readonly run: RunPlan) {
    const nodes = run.step.lines.flatMap(({ value }) => (value.kind === 'coefficient' ? [value.node] : []));
    this.stepper = new CoefficientStepper(run.step, run.hyper, nodes);
  }

  /** Values by coefficient node at update `update` (from 1), valid until the next call. */
  at(update: number): ArrayLike<number> {
    for (; this.done < update; this.done += 1) this.values = this.stepper.advance(this.run.rates[this.done] as number);
    return this.values;
  }
}
