import { lineDescent } from './lineDescent';
import { applied, dot, minus, times } from './vectors';
import type { Vector } from './types';
import { wolfeSearch } from './wolfeSearch';
import { setting } from './setting';

const identity = (n: number): number[][] =>
  Array.from({ length: n }, (_, i) => Array.from({ length: n }, (__, j) => Number(i === j)));

/**
 * The approximation of the inverse Hessian after a step s and the change y of the gradient along it: H <- (I - r s yᵀ) H
 * (I - r y sᵀ) + r s sᵀ with r = 1/(yᵀs), (6.17) there. Unchanged where yᵀs is not positive.
 */
function updated(inverse: readonly Vector[], s: Vector, y: Vector): readonly Vector[] {
  const along = dot(y, s);
  if (!(along > 0)) return inverse;
  const rho = 1 / along;
  const left = s.map((si, i) => y.map((yj, j) => Number(i === j) - si * yj * rho));
  // H (I - r y sᵀ), and (I - r s yᵀ) times that.
  const right = inverse.map((row) =>
    s.map((_, j) =>
      row.reduce((sum, h, k) => sum + h * (Number(k === j) - (y[k] as number) * (s[j] as number) * rho), 0),
    ),
  );
  return left.map((row, i) =>
    s.map((sj, j) => row.reduce((sum, a, k) => sum + a * (right[k]?.[j] as number), 0) + rho * (s[i] as number) * sj),
  );
}

/**
 * BFGS, the quasi-Newton method of Broyden, Fletcher, Goldfarb and Shanno, from the unit matrix, with a search for the strong
 * Wolfe conditions: Nocedal & Wright, Numerical Optimization (2nd ed.), Algorithm 6.1.
 */
export const bfgs = lineDescent((objective, hyper) => {
  const conditions = { c1: setting(hyper, 'c1'), c2: setting(hyper, 'c2') };
  let inverse: readonly Vector[] = [];
  return {
    direction(at, before) {
      inverse = before
        ? updated(inverse, minus(at.point, before.point), minus(at.gradient, before.gradient))
        : identity(at.point.length);
      return times(-1, applied(inverse, at.gradient));
    },
    search: (line) => wolfeSearch(objective, line, conditions),
  };
});
