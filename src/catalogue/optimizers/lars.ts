import type { Optimizer } from '../types';

/**
 * Each weight matrix and each bias vector that the problem declares is a layer, as in torch; elsewhere all parameters
 * are one. Without its weight decay, which also enters the ratio. Where a norm is 0 the ratio is 1, as in optax.
 */
export const lars: Optimizer = {
  id: 'lars',
  name: { en: 'LARS', zh: 'LARS' },
  rule: `lars(lr = 2, momentum = 0.9, trust = 0.001)
state v = 0, ratio = 1
g = grad(theta)
ratio = if(min(layerwise_norm(theta), layerwise_norm(g)) > 0, trust*layerwise_norm(theta) / layerwise_norm(g), 1)
v = momentum*v + lr*ratio*g
theta = theta - v`,
  symbols: { ratio: '\\rho_t' },
  sources: ['You, Gitman and Ginsburg (2017), algorithm 1, https://arxiv.org/abs/1708.03888'],
  truth: { paper: true },
  divisor: '1 / ratio',
  // The steps are as long as the parameters are, however small the gradient.
  stability: { none: 'signSteps' },
};
