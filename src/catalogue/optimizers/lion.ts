import type { Optimizer } from '../types';

export const lion: Optimizer = {
  id: 'lion',
  name: { en: 'Lion', zh: 'Lion' },
  rule: `lion(lr = 1e-4, beta1 = 0.9, beta2 = 0.99, weightDecay = 0)
state m = 0
g = grad(theta)
c = beta1*m + (1 - beta1)*g
theta = theta - lr*(sign(c) + weightDecay*theta)
m = beta2*m + (1 - beta2)*g`,
  sources: ['Chen et al. (2023), algorithm 2, https://arxiv.org/abs/2302.06675'],
  truth: { test: 'lion is the loop of its paper' },
  stability: { none: 'signSteps' },
};
