import type { Optimizer } from '../types';

/**
 * Around plain gradient descent, with the Euclidean norm. The gradient is taken where the loss is about largest within `rho` of the
 * parameters; the number that keeps it from 0/0 is that of the common implementation.
 */
export const sam: Optimizer = {
  id: 'sam',
  name: { en: 'SAM', zh: 'SAM' },
  rates: 'sgd',
  rule: `sam(lr = 0.01, rho = 0.05)
g = grad(theta)
p = theta + rho*g / (norm(g) + 1e-12)
theta = theta - lr*grad(p)`,
  sources: ['Foret et al. (2021), algorithm 1, https://arxiv.org/abs/2010.01412', 'https://github.com/davda54/sam'],
  truth: { paper: true },
};
