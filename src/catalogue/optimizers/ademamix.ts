import type { Optimizer } from '../types';

/** The long average `l` is not corrected for its start. The authors' code has its warm-ups of alpha and beta3 off, as here. */
export const ademamix: Optimizer = {
  id: 'ademamix',
  name: { en: 'AdEMAMix', zh: 'AdEMAMix' },
  rates: 'adam',
  rule: `ademamix(lr = 0.001, beta1 = 0.9, beta2 = 0.999, beta3 = 0.9999, alpha = 2, eps = 1e-8)
state m = 0, l = 0, v = 0
g = grad(theta)
m = beta1*m + (1 - beta1)*g
l = beta3*l + (1 - beta3)*g
v = beta2*v + (1 - beta2)*g^2
u = m / (1 - beta1^t) + alpha*l
theta = theta - lr*u / (sqrt(v / (1 - beta2^t)) + eps)`,
  symbols: { l: '\\ell' },
  sources: [
    'Pagliardini, Ablin and Grangier (2024), algorithm 1, https://arxiv.org/abs/2409.03137',
    'https://github.com/apple/ml-ademamix',
  ],
  truth: { paper: true },
  divisor: 'sqrt(v / (1 - beta2^t)) + eps',
};
