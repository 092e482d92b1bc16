import type { Optimizer } from '../types';

/**
 * Each weight matrix and each bias vector that the problem declares is a layer, as in torch; elsewhere all parameters
 * are one. Without its weight decay, which is part of `u`. Where a norm is 0 the ratio is 1, as in optax.
 */
export const lamb: Optimizer = {
  id: 'lamb',
  name: { en: 'LAMB', zh: 'LAMB' },
  rule: `lamb(lr = 0.01, beta1 = 0.9, beta2 = 0.999, eps = 1e-6)
state m = 0, v = 0, ratio = 1
g = grad(theta)
m = beta1*m + (1 - beta1)*g
v = beta2*v + (1 - beta2)*g^2
u = m / (1 - beta1^t) / (sqrt(v / (1 - beta2^t)) + eps)
ratio = if(min(layerwise_norm(theta), layerwise_norm(u)) > 0, layerwise_norm(theta) / layerwise_norm(u), 1)
theta = theta - lr*ratio*u`,
  symbols: { ratio: '\\rho_t' },
  sources: ['You et al. (2020), algorithm 2, https://arxiv.org/abs/1904.00962'],
  truth: { paper: true },
  divisor: '(1 - beta1^t)*(sqrt(v / (1 - beta2^t)) + eps) / ratio',
  // The steps are as long as the parameters are, however small the gradient.
  stability: { none: 'signSteps' },
};
