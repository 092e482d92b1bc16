import type { Optimizer } from '../types';

/** The same eps is far larger inside the root: gradients below sqrt(eps) make steps shorter than the rate. */
export const adamEpsInside: Optimizer = {
  id: 'adam-eps-inside',
  name: { en: 'Adam, ε inside the root', zh: 'Adam（ε 在根号内）' },
  rates: 'adam',
  rule: `adam(lr = 0.001, beta1 = 0.9, beta2 = 0.999, eps = 1e-8)
state m = 0, v = 0
g = grad(theta)
m = beta1*m + (1 - beta1)*g
v = beta2*v + (1 - beta2)*g^2
mhat = m / (1 - beta1^t)
vhat = v / (1 - beta2^t)
theta = theta - lr*mhat / sqrt(vhat + eps)`,
  sources: ['optax.adam, eps_root, https://optax.readthedocs.io/en/latest/api/optimizers.html#optax.adam'],
  truth: { test: 'adam-eps-inside is its loop, Adam at eps 0, and another method at any other' },
  stability: {
    limit: '2*(1 + beta1) / ((1 - beta1)*lambda)',
    preconditioner: { divisor: '(1 - beta1^t)*sqrt(v / (1 - beta2^t) + eps)' },
    source: 'Cohen et al. (2022), https://arxiv.org/abs/2207.14484',
  },
};
