import type { Line, Search } from './lineDescent';
import type { Objective, Trial } from './types';
import { dot, plus } from './vectors';

/**
 * The backtracking line search: Nocedal & Wright, Numerical Optimization (2nd ed.), Algorithm 3.1. The first trial is
 * `firstStep` long, each further one `shrink` times as long as the one before, until f(x + a p) <= f(x) + c1 a grad f . p
 * (Armijo's condition, (3.4)). It fails where a trial no longer differs from x in float64.
 */
export function backtrack(
  { value }: Objective,
  { point: from, loss, gradient, direction }: Line,
  { firstStep, shrink, c1 }: { readonly firstStep: number; readonly shrink: number; readonly c1: number },
): Search {
  const slope = dot(gradient, direction);
  const trials: Trial[] = [];
  for (let length = firstStep; ; length *= shrink) {
    const point = plus(from, length, direction);
    if (point.every((x, i) => x === from[i])) return { trials, found: null };
    const there = value(point);
    const isLow = there <= loss + c1 * length * slope;
    trials.push({ point, loss: there, length, verdict: isLow ? 'accepted' : 'tooHigh' });
    if (isLow) return { trials, found: { point, loss: there } };
  }
}
