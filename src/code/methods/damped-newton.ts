import { backtrack } from './backtrack';
import { lineDescent } from './lineDescent';
import { newtonDirection, newtonStep } from './newtonDirection';
import type { MethodCode } from './types';

export const dampedNewton: MethodCode = {
  alike: {
    scipy: 'scipy.optimize.minimize(method="Newton-CG") solves for the direction by conjugate gradients, not exactly.',
  },
  functions: [newtonDirection, backtrack],
  run: lineDescent({ direction: newtonStep, search: 'backtrack(x, loss, g, p, 1)' }),
};
