import type { Optimizer } from '../types';

/**
 * Adam with the squares of what its average of gradients did not foresee. Epsilon joins the average of squares at every update and its
 * root once more, as in the paper; it is that of the authors' code, 1e-16. They also rectify as RAdam does, which is not in the
 * algorithm. Until the end of 2024 optax compared the gradient with the average before it had joined.
 */
export const adabelief: Optimizer = {
  id: 'adabelief',
  name: { en: 'AdaBelief', zh: 'AdaBelief' },
  rates: 'adam',
  rule: `adabelief(lr = 0.001, beta1 = 0.9, beta2 = 0.999, eps = 1e-16)
state m = 0, s = 0
g = grad(theta)
m = beta1*m + (1 - beta1)*g
s = beta2*s + (1 - beta2)*(g - m)^2 + eps
mhat = m / (1 - beta1^t)
shat = s / (1 - beta2^t)
theta = theta - lr*mhat / (sqrt(shat) + eps)`,
  sources: [
    'Zhuang et al. (2020), algorithm 2, https://arxiv.org/abs/2010.07468',
    'https://pypi.org/project/adabelief-pytorch/',
  ],
  truth: { paper: true },
  divisor: '(1 - beta1^t)*(sqrt(s / (1 - beta2^t)) + eps)',
};
