import { lineDescent } from './lineDescent';
import { dot, minus, plus, times } from './vectors';
import type { Vector } from './types';
import { wolfeSearch } from './wolfeSearch';
import { setting } from './setting';

interface Pair {
  readonly s: Vector;
  readonly y: Vector;
}

/** The inverse Hessian that the pairs make, times a vector, by the two-loop recursion: Algorithm 7.4, with (7.20) as its start. */
export function twoLoops(pairs: readonly Pair[], gradient: Vector): Vector {
  let q = gradient;
  const alphas: number[] = [];
  for (const { s, y } of pairs.toReversed()) {
    const alpha = dot(s, q) / dot(y, s);
    alphas.unshift(alpha);
    q = plus(q, -alpha, y);
  }
  const last = pairs.at(-1);
  let r: Vector = last ? times(dot(last.s, last.y) / dot(last.y, last.y), q) : q;
  pairs.forEach(({ s, y }, i) => (r = plus(r, (alphas[i] as number) - dot(y, r) / dot(y, s), s)));
  return r;
}

/**
 * BFGS that keeps only the last `memory` steps and changes of the gradient, with a search for the strong Wolfe conditions:
 * Nocedal & Wright, Numerical Optimization (2nd ed.), Algorithm 7.5. A pair without positive curvature is not kept.
 */
export const lbfgs = lineDescent((objective, hyper) => {
  const conditions = { c1: setting(hyper, 'c1'), c2: setting(hyper, 'c2') };
  const memory = setting(hyper, 'memory');
  let pairs: readonly Pair[] = [];
  return {
    direction(at, before) {
      if (before) {
        const pair = { s: minus(at.point, before.point), y: minus(at.gradient, before.gradient) };
        if (dot(pair.s, pair.y) > 0) pairs = [...pairs, pair].slice(-memory);
      }
      return times(-1, twoLoops(pairs, at.gradient));
    },
    search: (line) => wolfeSearch(objective, line, conditions),
  };
});
