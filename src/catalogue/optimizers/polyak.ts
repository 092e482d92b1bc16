import type { Optimizer } from '../types';

/**
 * The step that would lead to the minimum if the loss fell as its gradient says, given the loss there. With batches it is the stochastic
 * Polyak step. Below that loss the run stays; `lr` is a factor of the step, 1 in the book.
 */
export const polyak: Optimizer = {
  id: 'polyak',
  name: { en: "Polyak's step", zh: 'Polyak 步长' },
  rule: `polyak(lr = 1, fstar = 0)
state gamma = 0
g = grad(theta)
gamma = if(norm(g) > 0, lr*max(loss(theta) - fstar, 0) / norm(g)^2, 0)
theta = theta - gamma*g`,
  symbols: { gamma: '\\gamma_t' },
  sources: [
    'Polyak (1987), Introduction to Optimization, section 5.3',
    'Hazan and Kakade (2019), https://arxiv.org/abs/1905.00313',
  ],
  truth: { paper: true },
  divisor: 'lr / gamma',
  stability: { none: 'ownRate' },
};
