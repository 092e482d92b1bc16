import type { Optimizer } from '../types';

/**
 * The rate is the inverse of the curvature along the last step, as the change of the gradient shows it. As in the paper, which is about
 * quadratics, nothing bounds it: where the curvature is negative the step climbs. `lr` is the rate of the first update alone.
 */
export const barzilaiBorwein: Optimizer = {
  id: 'barzilai-borwein',
  name: { en: 'Barzilai–Borwein', zh: 'Barzilai–Borwein' },
  rates: 'sgd',
  rule: `barzilai_borwein(lr = 0.01, short = false)
state x = 0, r = 0, alpha = lr
g = grad(theta)
s = if(t == 1, 0, theta - x)
y = if(t == 1, 0, g - r)
alpha = if(dot(s, y) == 0, alpha, if(short, dot(s, y) / dot(y, y), dot(s, s) / dot(s, y)))
x = theta
r = g
theta = theta - alpha*g`,
  symbols: { x: '\\theta^{-}', r: 'g^{-}', alpha: '\\alpha_t' },
  sources: ['Barzilai and Borwein (1988), equations 5 and 6, https://doi.org/10.1093/imanum/8.1.141'],
  truth: { paper: true },
  divisor: 'lr / alpha',
  stability: { none: 'ownRate' },
};
