import type { Optimizer } from '../types';

/**
 * `d` is a lower bound of the distance from the start to the minimum, and the rate. As in the paper, the averages are not corrected
 * for their start, and the inner product is divided by `a` with the newest gradient in it. The authors' code and optax divide
 * by the `a` before that, so that their `d` is another one from the second update on; optax also corrects.
 */
export const dAdaptAdam: Optimizer = {
  id: 'd-adapt-adam',
  name: { en: 'D-Adaptation (Adam)', zh: 'D-Adaptation（Adam）' },
  rule: `d_adapt_adam(lr = 1, beta1 = 0.9, beta2 = 0.999, eps = 1e-8, d0 = 1e-6)
state m = 0, v = 0, s = 0, r = 0, d = d0
g = grad(theta)
m = beta1*m + (1 - beta1)*lr*d*g
v = beta2*v + (1 - beta2)*g^2
a = sqrt(v) + eps
theta = theta - m / a
r = sqrt(beta2)*r + (1 - sqrt(beta2))*lr*d*dot(g, s / a)
s = sqrt(beta2)*s + (1 - sqrt(beta2))*lr*d*g
n = (1 - sqrt(beta2))*sum(abs(s))
d = if(n > 0, max(d, r / n), d)`,
  symbols: { a: 'a_t' },
  sources: [
    'Defazio and Mishchenko (2023), algorithm 5, https://arxiv.org/abs/2301.07733',
    'https://github.com/facebookresearch/dadaptation',
  ],
  truth: { paper: true },
  divisor: '(sqrt(v) + eps) / d_before',
  stability: { none: 'ownRate' },
};
