import type { Optimizer } from '../types';

/**
 * Adam's step decides how far each parameter moves, the newest gradient in which direction. As in the paper, epsilon is added after
 * the correction; the authors' code adds it before, and has 1e-6. Without its weight decay.
 */
export const grams: Optimizer = {
  id: 'grams',
  name: { en: 'Grams', zh: 'Grams' },
  rates: 'adam',
  rule: `grams(lr = 0.001, beta1 = 0.9, beta2 = 0.999, eps = 1e-8)
state m = 0, v = 0
g = grad(theta)
m = beta1*m + (1 - beta1)*g
v = beta2*v + (1 - beta2)*g^2
u = m / (1 - beta1^t) / (sqrt(v / (1 - beta2^t)) + eps)
theta = theta - lr*sign(g)*abs(u)`,
  sources: [
    'Cao, Li and Song (2024), algorithm 1, https://arxiv.org/abs/2412.17107',
    'https://github.com/Gunale0926/Grams',
  ],
  truth: { paper: true },
  divisor: '(1 - beta1^t)*(sqrt(v / (1 - beta2^t)) + eps)',
};
