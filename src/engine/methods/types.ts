import type { Iteration, Stop } from '../trace/iterations';

export type { Iteration, Stop, Trial, Verdict } from '../trace/iterations';

export type Vector = readonly number[];

/** A loss with its derivatives in float64, all over all samples; every call is counted. */
export interface Objective {
  readonly value: (point: Vector) => number;
  readonly gradient: (point: Vector) => Vector;
  readonly hessian: (point: Vector) => readonly Vector[];
}

/** How often an objective was evaluated so far. */
export interface Evaluations {
  loss: number;
  gradient: number;
  hessian: number;
}

/**
 * A classical method: yields the start as its first iteration, then one iteration after the other. It returns why it
 * stopped; what runs it may also end it.
 */
export type Algorithm = (
  objective: Objective,
  start: Vector,
  hyper: Readonly<Record<string, number>>,
) => Generator<Iteration, Stop>;
