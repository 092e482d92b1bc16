import { backtrack } from './backtrack';
import { lineDescent, type At, type Search } from './lineDescent';
import { solved } from './linearSystems';
import type { Objective, Stop, Vector } from './types';
import { isFiniteMatrix, plus, times } from './vectors';
import { setting } from './setting';

/** Newton's direction, -H⁻¹ grad f: Nocedal & Wright, Numerical Optimization (2nd ed.), (2.15). */
const newtonDirection =
  ({ hessian }: Objective) =>
  ({ point, gradient }: At): Vector | Stop => {
    const matrix = hessian(point);
    if (!isFiniteMatrix(matrix)) return 'undefined';
    const step = solved(matrix, gradient);
    return step ? times(-1, step) : 'singular';
  };

/** The whole step, whatever the loss there. */
function wholeStep({ value }: Objective, from: At & { readonly direction: Vector }): Search {
  const point = plus(from.point, 1, from.direction);
  const loss = value(point);
  return { trials: [{ point, loss, length: 1, verdict: 'accepted' }], found: { point, loss } };
}

/**
 * Newton's method: x <- x - H⁻¹ grad f, with the exact Hessian, wherever that leads. Nocedal & Wright, section 3.3. At a
 * saddle or a maximum the gradient vanishes too, and the method may end there.
 */
export const newton = lineDescent((objective) => ({
  direction: newtonDirection(objective),
  search: (line) => wholeStep(objective, line),
  mayClimb: true,
}));

/** Newton's method with a backtracking line search from step 1: Nocedal & Wright, Algorithms 3.1 and 3.2 without a change of the Hessian. */
export const dampedNewton = lineDescent((objective, hyper) => ({
  direction: newtonDirection(objective),
  search: (line) =>
    backtrack(objective, line, { firstStep: 1, shrink: setting(hyper, 'shrink'), c1: setting(hyper, 'c1') }),
}));
