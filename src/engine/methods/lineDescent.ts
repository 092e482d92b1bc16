import type { Algorithm, Iteration, Objective, Stop, Trial, Vector } from './types';
import { dot, isFiniteVector, largest } from './vectors';
import { setting } from './setting';

/** A point with the loss and the gradient there. */
export interface At {
  readonly point: Vector;
  readonly loss: number;
  readonly gradient: Vector;
}

/** A search along a line from a point. */
export interface Line extends At {
  readonly direction: Vector;
  /** Where the iteration before began; null in the first. */
  readonly before: At | null;
}

/** What a search along a line tried and found. */
export interface Search {
  readonly trials: readonly Trial[];
  /** The accepted trial, with the gradient there if it is known; null if none was accepted. */
  readonly found: { readonly point: Vector; readonly loss: number; readonly gradient?: Vector } | null;
}

/** What makes a method of line searches: its directions, and how it searches along each. */
interface Parts {
  /** The direction from a point, or why there is none; called once in each iteration, in order. */
  readonly direction: (at: At, before: At | null) => Vector | Stop;
  readonly search: (line: Line) => Search;
  /** True for a method that takes its step wherever it leads. */
  readonly mayClimb?: true;
}

type Hyper = Parameters<Algorithm>[2];

/**
 * A method that searches along one direction after the other: Nocedal & Wright, Numerical Optimization (2nd ed.), (3.1). It
 * stops where no component of the gradient is above `gtol`.
 */
export const lineDescent = (make: (objective: Objective, hyper: Hyper) => Parts): Algorithm =>
  function* (objective, start, hyper): Generator<Iteration, Stop> {
    const { direction, search, mayClimb } = make(objective, hyper);
    let at: At = { point: start, loss: objective.value(start), gradient: objective.gradient(start) };
    let before: At | null = null;
    yield { point: start, trials: [] };
    for (;;) {
      if (!Number.isFinite(at.loss) || !isFiniteVector(at.gradient)) return 'undefined';
      if (largest(at.gradient) <= setting(hyper, 'gtol')) return 'gradient';
      const p: Vector | Stop = direction(at, before);
      if (typeof p === 'string') return p;
      if (!mayClimb && !(dot(p, at.gradient) < 0)) return 'uphill';
      const { trials, found }: Search = search({ ...at, direction: p, before });
      if (!found) {
        yield { point: at.point, trials };
        return 'noStep';
      }
      before = at;
      at = { ...found, gradient: found.gradient ?? objective.gradient(found.point) };
      yield { point: at.point, trials };
    }
  };
