import type { Optimizer } from '../types';

/**
 * The average of squares grows as fast as Adam's and falls more slowly: by a share of the new square, not of itself. As in the paper
 * nothing is corrected for the start, where TensorFlow Addons and optax correct both averages; the first value of the average is
 * that of TensorFlow Addons.
 */
export const yogi: Optimizer = {
  id: 'yogi',
  name: { en: 'Yogi', zh: 'Yogi' },
  rates: 'adam',
  rule: `yogi(lr = 0.01, beta1 = 0.9, beta2 = 0.999, eps = 0.001, initialAccumulatorValue = 1e-6)
state m = 0, v = initialAccumulatorValue
g = grad(theta)
m = beta1*m + (1 - beta1)*g
v = v - (1 - beta2)*sign(v - g^2)*g^2
theta = theta - lr*m / (sqrt(v) + eps)`,
  sources: [
    'Zaheer et al. (2018), algorithm 2, https://papers.nips.cc/paper/8186-adaptive-methods-for-nonconvex-optimization',
  ],
  truth: { paper: true },
  divisor: 'sqrt(v) + eps',
};
