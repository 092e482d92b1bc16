import { backtrack } from './backtrack';
import { lineDescent } from './lineDescent';
import { times } from './vectors';

/** Steepest descent with a backtracking line search: Nocedal & Wright, Numerical Optimization (2nd ed.), (2.14), Algorithm 3.1. */
export const backtracking = lineDescent((objective, { firstStep = 1, shrink = 0.5, c1 = 1e-4 }) => ({
  direction: ({ gradient }) => times(-1, gradient),
  search: (line) => backtrack(objective, line, { firstStep, shrink, c1 }),
}));
