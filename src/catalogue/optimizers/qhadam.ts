import type { Optimizer } from '../types';

/** The settings are those that the paper recommends; those of the authors' code make it Adam. */
export const qhadam: Optimizer = {
  id: 'qhadam',
  name: { en: 'QHAdam', zh: 'QHAdam' },
  rates: 'adam',
  rule: `qhadam(lr = 0.001, beta1 = 0.995, beta2 = 0.999, nu1 = 0.7, nu2 = 1, eps = 1e-8)
state m = 0, v = 0
g = grad(theta)
m = beta1*m + (1 - beta1)*g
v = beta2*v + (1 - beta2)*g^2
a = (1 - nu1)*g + nu1*m / (1 - beta1^t)
b = (1 - nu2)*g^2 + nu2*v / (1 - beta2^t)
theta = theta - lr*a / (sqrt(b) + eps)`,
  sources: ['Ma and Yarats (2019), https://arxiv.org/abs/1810.06801', 'https://github.com/facebookresearch/qhoptim'],
  truth: { paper: true },
  // The square of the gradient is what it added to v.
  divisor: 'sqrt((1 - nu2)*max(v - beta2*v_before, 0) / (1 - beta2) + nu2*v / (1 - beta2^t)) + eps',
};
