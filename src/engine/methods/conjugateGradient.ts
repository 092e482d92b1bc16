import { largest, dot, minus, plus, times } from './vectors';
import { lineDescent, type At } from './lineDescent';
import type { Vector } from './types';
import { wolfeSearch } from './wolfeSearch';
import { setting } from './setting';

/** The share of -|g|^2 that the slope of the next direction must have: sigma_3 of Gilbert & Nocedal (1992), as in scipy. */
const DESCENT = 0.01;

/**
 * The nonlinear conjugate gradient method of Polak and Ribière with beta kept at or above 0 (PR+): Nocedal & Wright, Numerical
 * Optimization (2nd ed.), Algorithm 5.4 with (5.44) and (5.45). The strong Wolfe conditions alone do not make its
 * directions lead down, so a step is taken only if the next one does, as in scipy.
 */
export const conjugateGradient = lineDescent((objective, hyper) => {
  const [c1, c2, gtol] = [setting(hyper, 'c1'), setting(hyper, 'c2'), setting(hyper, 'gtol')];
  let last: Vector = [];
  const next = (from: At, to: Pick<At, 'gradient'>, direction: Vector): Vector => {
    const beta = Math.max(0, dot(minus(to.gradient, from.gradient), to.gradient) / dot(from.gradient, from.gradient));
    return plus(times(-1, to.gradient), beta, direction);
  };
  return {
    direction(at, before) {
      last = before ? next(before, at, last) : times(-1, at.gradient);
      return last;
    },
    search: (line) =>
      wolfeSearch(objective, line, {
        c1,
        c2,
        accepts: (to) =>
          largest(to.gradient) <= gtol ||
          dot(next(line, to, line.direction), to.gradient) <= -DESCENT * dot(to.gradient, to.gradient),
      }),
  };
});
