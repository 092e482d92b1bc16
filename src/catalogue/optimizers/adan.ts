import type { Optimizer } from '../types';

/**
 * The authors' code: its betas are one minus the paper's, and its averages start from 0 and are corrected, where the paper's start
 * from the first gradient. Its weight decay, which divides the parameters, is left out.
 */
export const adan: Optimizer = {
  id: 'adan',
  name: { en: 'Adan', zh: 'Adan' },
  rates: 'adam',
  rule: `adan(lr = 0.001, beta1 = 0.98, beta2 = 0.92, beta3 = 0.99, eps = 1e-8)
state m = 0, d = 0, n = 0, last = 0
g = grad(theta)
y = if(t == 1, 0, g - last)
m = beta1*m + (1 - beta1)*g
d = beta2*d + (1 - beta2)*y
n = beta3*n + (1 - beta3)*(g + beta2*y)^2
u = m / (1 - beta1^t) + beta2*d / (1 - beta2^t)
theta = theta - lr*u / (sqrt(n / (1 - beta3^t)) + eps)
last = g`,
  symbols: { last: 'g^{-}' },
  sources: ['Xie et al. (2022), algorithm 1, https://arxiv.org/abs/2208.06677', 'https://github.com/sail-sg/Adan'],
  truth: { paper: true },
  // Of both parts of the step: each also has a correction of its own.
  divisor: 'sqrt(n / (1 - beta3^t)) + eps',
};
