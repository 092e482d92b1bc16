import type { Optimizer } from '../types';

/**
 * Newton's step along each parameter, cut to the rate: where the curvature is small, old or negative, what is left is the sign of the
 * averaged gradient. The paper estimates the Hessian's diagonal, by Hutchinson's vectors (Sophia-H) or from sampled labels
 * (Sophia-G); here it is exact. It is looked at at updates 1, k + 1, 2k + 1 ... In the first version of the paper the bound was `rho` and
 * the rate what it multiplies: `gamma` here is that rho, and `lr` the product. Both averages start at 0 and are not corrected, as
 * in the paper: for some hundred updates h is smaller than the curvature, and most steps are signs. The decay is left out.
 */
export const sophia: Optimizer = {
  id: 'sophia',
  name: { en: 'Sophia (exact diagonal)', zh: 'Sophia（精确对角线）' },
  rates: 'adam',
  rule: `sophia(lr = 0.001, beta1 = 0.96, beta2 = 0.99, gamma = 0.01, hessianInterval = 10, eps = 1e-12)
state m = 0, h = 0
g = grad(theta)
m = beta1*m + (1 - beta1)*g
h = if(mod(t - 1, hessianInterval) == 0, beta2*h + (1 - beta2)*diag_hessian(theta), h)
theta = theta - lr*clamp(m / max(gamma*h, eps), -1, 1)`,
  sources: ['Liu et al. (2024), algorithm 3, https://arxiv.org/abs/2305.14342', 'https://github.com/Liuhong99/Sophia'],
  truth: { paper: true },
  divisor: 'max(gamma*h, eps)',
};
