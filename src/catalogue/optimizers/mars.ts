import type { Optimizer } from '../types';

/**
 * MARS-AdamW in the approximate form that the authors' code has by default: the last gradient stands for that of the new samples at the
 * last point, and is 0 before the first. Its decay is left out.
 */
export const mars: Optimizer = {
  id: 'mars',
  name: { en: 'MARS', zh: 'MARS' },
  rates: 'adam',
  rule: `mars(lr = 0.003, beta1 = 0.95, beta2 = 0.99, gamma = 0.025, eps = 1e-8)
state last = 0, m = 0, v = 0
g = grad(theta)
c = g + gamma*beta1 / (1 - beta1)*(g - last)
c = c / max(norm(c), 1)
m = beta1*m + (1 - beta1)*c
v = beta2*v + (1 - beta2)*c^2
mhat = m / (1 - beta1^t)
vhat = v / (1 - beta2^t)
theta = theta - lr*mhat / (sqrt(vhat) + eps)
last = g`,
  symbols: { last: 'g^{-}' },
  sources: ['Yuan et al. (2024), algorithm 2, https://arxiv.org/abs/2411.10438', 'https://github.com/AGI-Arena/MARS'],
  truth: { paper: true },
  divisor: '(1 - beta1^t)*(sqrt(v / (1 - beta2^t)) + eps)',
};
