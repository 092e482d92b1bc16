import { textLines } from '../python/lines';
import { lineDescent } from './lineDescent';
import type { MethodCode } from './types';
import { wolfeSearch } from './wolfeSearch';

const update = {
  title: 'The inverse Hessian',
  lines: textLines(`
def updated(inverse, s, y):
    """The inverse Hessian's approximation after a step s that changed the gradient by y: (6.17)."""
    if not y @ s > 0:
        return inverse
    rho = 1/(y @ s)
    left = np.eye(len(s)) - rho*np.outer(s, y)
    return left @ inverse @ left.T + rho*np.outer(s, s)`),
};

export const bfgs: MethodCode = {
  alike: {
    jax: 'jax.scipy.optimize.minimize(method="BFGS") also updates the matrix where y.s is negative.',
    keras: 'tfp.optimizer.bfgs_minimize of TensorFlow Probability has another line search, of Hager and Zhang.',
    scipy: 'scipy.optimize.minimize(method="BFGS") tries another line search, of Moré and Thuente, before this one.',
  },
  functions: [update, wolfeSearch()],
  run: lineDescent({
    begin: 'inverse = np.eye(len(theta))  # the approximation of the inverse Hessian',
    direction: `
if before:
    inverse = updated(inverse, x - before[0], g - before[2])
p = -inverse @ g`,
    search: 'wolfe_search(x, loss, g, p, before)',
  }),
};
