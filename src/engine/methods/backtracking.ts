import { backtrack } from './backtrack';
import { lineDescent } from './lineDescent';
import { times } from './vectors';
import { setting } from './setting';

/** Steepest descent with a backtracking line search: Nocedal & Wright, Numerical Optimization (2nd ed.), (2.14), Algorithm 3.1. */
export const backtracking = lineDescent((objective, hyper) => ({
  direction: ({ gradient }) => times(-1, gradient),
  search: (line) =>
    backtrack(objective, line, {
      firstStep: setting(hyper, 'firstStep'),
      shrink: setting(hyper, 'shrink'),
      c1: setting(hyper, 'c1'),
    }),
}));
