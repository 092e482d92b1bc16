import type { Optimizer } from '../types';

/**
 * Distance over gradients: the largest distance from the start so far, over the root of the sum of squared gradients. The parameters are the last
 * iterate; the paper also averages them.
 */
export const dog: Optimizer = {
  id: 'dog',
  name: { en: 'DoG', zh: 'DoG' },
  rule: `dog(lr = 1, repsRel = 1e-6, eps = 1e-8)
state start = 0, r = 0, s = eps, gamma = 0
g = grad(theta)
start = if(t == 1, theta, start)
r = if(t == 1, repsRel*(1 + norm(theta)), max(r, norm(theta - start)))
s = s + dot(g, g)
gamma = lr*r / sqrt(s)
theta = theta - gamma*g`,
  symbols: { start: '\\theta_0', gamma: '\\gamma_t' },
  sources: ['Ivgi, Hinder and Carmon (2023), https://arxiv.org/abs/2302.12022', 'https://github.com/formll/dog'],
  truth: { paper: true },
  divisor: 'lr / gamma',
  stability: { none: 'ownRate' },
};
