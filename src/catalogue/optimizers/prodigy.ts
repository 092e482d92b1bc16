import type { Optimizer } from '../types';

/**
 * `d` is a lower bound of the distance from the start to the minimum, and the rate. As in the authors' code, the averages are not corrected
 * by default. As in the paper, epsilon is scaled by the `d` of the update; their code takes the next one.
 */
export const prodigy: Optimizer = {
  id: 'prodigy',
  name: { en: 'Prodigy', zh: 'Prodigy' },
  rule: `prodigy(lr = 1, beta1 = 0.9, beta2 = 0.999, eps = 1e-8, d0 = 1e-6)
state start = 0, m = 0, v = 0, r = 0, s = 0, d = d0
g = grad(theta)
start = if(t == 1, theta, start)
m = beta1*m + (1 - beta1)*d*g
v = beta2*v + (1 - beta2)*d^2*g^2
r = sqrt(beta2)*r + (1 - sqrt(beta2))*lr*d^2*dot(g, start - theta)
s = sqrt(beta2)*s + (1 - sqrt(beta2))*lr*d^2*g
theta = theta - lr*d*m / (sqrt(v) + d*eps)
d = if(sum(abs(s)) > 0, max(d, r / sum(abs(s))), d)`,
  symbols: { start: '\\theta_0' },
  sources: [
    'Mishchenko and Defazio (2024), algorithm 4, https://arxiv.org/abs/2306.06101',
    'https://github.com/konstmish/prodigy',
  ],
  truth: { paper: true },
  divisor: '(sqrt(v) + d_before*eps) / d_before^2',
  stability: { none: 'ownRate' },
};
