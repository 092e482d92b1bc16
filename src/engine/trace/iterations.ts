type Vector = readonly number[];

/** Why a trial point was taken or refused. */
export type Verdict =
  /** Taken: it meets every condition of the method. */
  | 'accepted'
  /** Taken although the loss still falls as steeply there: the longest step that is tried. */
  | 'longest'
  /** The loss fell by less than Armijo's condition asks, or rose. */
  | 'tooHigh'
  /** Armijo's condition holds, but a shorter trial was lower: the minimum along the line lies between. */
  | 'pastLower'
  /** The slope along the line is still too large: the curvature condition fails. */
  | 'tooSteep'
  /** The Wolfe conditions hold, but the next direction would not lead down enough. */
  | 'badDirection'
  /** The loss fell by too small a share of what the model foresaw. */
  | 'badModel'
  /** Another trial of the same iteration was better. */
  | 'notBest';

/** What kind of move a trial point is, where there are several. */
type Move = 'full' | 'dogleg' | 'cauchy' | 'corner' | 'reflect' | 'expand' | 'outside' | 'inside' | 'shrink';

/** A point at which an iteration evaluated the loss, in the order of evaluation. */
export interface Trial {
  readonly point: Vector;
  readonly loss: number;
  /** Step length along the iteration's direction; absent where there is none. */
  readonly length?: number;
  readonly verdict: Verdict;
  readonly move?: Move;
}

/** One iteration of a method: the point that it ends at, and how it came there. */
export interface Iteration {
  readonly point: Vector;
  readonly trials: readonly Trial[];
  /** The corners of the simplex after the iteration, best first. */
  readonly simplex?: readonly Vector[];
  /** Of a trust region: the radius within which this iteration's step had to stay. */
  readonly radius?: number;
}

/** Why a method stopped by itself. The first two are success. */
export type Stop =
  /** No component of the gradient is above the tolerance. */
  | 'gradient'
  /** The simplex and its losses are within the tolerance. */
  | 'simplex'
  /** No step length along the direction was accepted. */
  | 'noStep'
  /** The direction does not lead down. */
  | 'uphill'
  /** The Hessian has no inverse. */
  | 'singular'
  /** The Hessian is not positive definite. */
  | 'indefinite'
  /** The loss or its derivatives are no finite numbers at the point. */
  | 'undefined';

/** What a run by a method keeps beside its rows. */
export interface MethodRecord {
  /** How row k was reached; row 0 is the start. */
  readonly iterations: readonly Iteration[];
  /** Evaluations of the loss, the gradient and the Hessian up to row k. */
  readonly evaluations: readonly (readonly number[])[];
  /** Null where the iterations were used up. */
  readonly stop: Stop | null;
}
