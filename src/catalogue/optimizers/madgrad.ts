import type { Optimizer } from '../types';

/**
 * Dual averaging: a point z is made from the start and the sum of all gradients, and the parameters follow it. The rate is the
 * paper's; the authors' code adds epsilon to it. Without its weight decay.
 */
export const madgrad: Optimizer = {
  id: 'madgrad',
  name: { en: 'MADGRAD', zh: 'MADGRAD' },
  rule: `madgrad(lr = 0.01, momentum = 0.9, eps = 1e-6)
state start = 0, s = 0, v = 0
g = grad(theta)
start = if(t == 1, theta, start)
s = s + lr*sqrt(t)*g
v = v + lr*sqrt(t)*g^2
z = start - s / (cbrt(v) + eps)
theta = momentum*theta + (1 - momentum)*z`,
  symbols: { start: '\\theta_0' },
  sources: [
    'Defazio and Jelassi (2022), algorithm 1, https://arxiv.org/abs/2101.11075',
    'https://github.com/facebookresearch/madgrad',
  ],
  truth: { paper: true },
  // Of the newest gradient in the sum.
  divisor: '(cbrt(v) + eps) / sqrt(t)',
};
