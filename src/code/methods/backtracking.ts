import { backtrack } from './backtrack';
import { lineDescent } from './lineDescent';
import type { MethodCode } from './types';

export const backtracking: MethodCode = {
  alike: {
    jax: 'optax.scale_by_backtracking_linesearch starts each search from a multiple of the last step; here each starts from first_step.',
  },
  functions: [backtrack],
  run: lineDescent({ direction: 'p = -g', search: 'backtrack(x, loss, g, p, first_step)' }),
};
