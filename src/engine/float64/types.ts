import type { StepArrow } from '../../catalogue/types';

/** One line of a rule with the numbers it had at one step, one per parameter or a single scalar. */
export interface NamedValue {
  readonly name: string;
  readonly values: readonly number[];
}

/** A part of a step: one number per parameter. `rest` is what lines outside the rule add, such as a projection. */
export interface Displacement {
  readonly kind: StepArrow['kind'] | 'rest';
  readonly by: readonly number[];
}

/** The quantities of update `step` (1-based) of one run. */
export interface Inspection {
  readonly run: number;
  readonly step: number;
  /** Gradients and assignments in the rule's order; `before` are theta and state the step started from. */
  readonly before: readonly NamedValue[];
  readonly lines: readonly NamedValue[];
  /** Hyperparameters as used at this step, `lr` included. */
  readonly hyper: Readonly<Record<string, number>>;
  /** The displacements that add up to the step, in order; empty if the catalogue has none for the rule. */
  readonly arrows: readonly Displacement[];
  /** Indices of the samples of this update, in the order of visits; null for function problems. */
  readonly batch: readonly number[] | null;
  /** The batch's gradient at the start of the step, after the batch's reduction: one number per parameter. */
  readonly gradient: readonly number[];
  /** The gradient of the full loss there; for function problems the same as `gradient`. */
  readonly fullGradient: readonly number[];
}

/** How one step is composed, for the arrows of the path plot. */
export interface StepBreakdown {
  /** The point that the step starts from, and the loss there. */
  readonly from: readonly number[];
  readonly loss: number;
  /** The displacements that add up to the step; null if they are not shown. */
  readonly displacements: readonly Displacement[] | null;
  /** The batch's gradient there and the one over all samples; null if they are not shown or equal. */
  readonly gradients: {
    readonly batch: readonly number[];
    readonly full: readonly number[];
    readonly samples: number;
  } | null;
}
