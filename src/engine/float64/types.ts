import type { StepArrow } from '../../catalogue/types';

/** One line of a rule with the numbers it had at one step, one per parameter or a single scalar. */
export interface NamedValue {
  readonly name: string;
  readonly values: readonly number[];
}

/** A part of a step: one number per parameter. `rest` is what lines beside the rule's own add, such as a projection. */
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
  /** The displacements that add up to it, in order; empty where the catalogue says nothing of the rule's. */
  readonly arrows: readonly Displacement[];
  /** Indices of the samples that this update sees, in the order of their visit; null for problems without data. */
  readonly batch: readonly number[] | null;
  /** The batch's gradient, as its reduction has it, at the point that the step starts from: one number per parameter. */
  readonly gradient: readonly number[];
  /** The gradient over all samples there; without data the same as `gradient`. */
  readonly fullGradient: readonly number[];
}

/** How one step is made. */
export interface StepBreakdown {
  /** The point that it starts from, and the loss there. */
  readonly from: readonly number[];
  readonly loss: number;
  /** The displacements that add up to it; null where they are not to be drawn. */
  readonly displacements: readonly Displacement[] | null;
  /** The batch's gradient there, beside the one over all samples; null where they are not to be drawn, or one and the same. */
  readonly gradients: {
    readonly batch: readonly number[];
    readonly full: readonly number[];
    readonly samples: number;
  } | null;
}
