import type { Optimizer } from '../types';

/**
 * The parameters are the average x and count as in `schedule-free-sgd`. Without a warm-up, which is a schedule here; the correction is in
 * the denominator, as in the authors' code since version 1.3, where the paper's multiplies the rate and so how much a point counts.
 */
export const scheduleFreeAdamw: Optimizer = {
  id: 'schedule-free-adamw',
  name: { en: 'Schedule-Free AdamW', zh: 'Schedule-Free AdamW' },
  rates: 'adam',
  rule: `schedule_free_adamw(lr = 0.0025, beta1 = 0.9, beta2 = 0.999, eps = 1e-8, weightDecay = 0)
state z = 0, v = 0, w = 0
z = if(t == 1, theta, z)
y = (1 - beta1)*z + beta1*theta
g = grad(y)
v = beta2*v + (1 - beta2)*g^2
z = z - lr*g / (sqrt(v / (1 - beta2^t)) + eps) - lr*weightDecay*y
w = w + lr^2
c = if(w > 0, lr^2 / w, 0)
theta = (1 - c)*theta + c*z
draw y`,
  sources: [
    'Defazio et al. (2024), algorithm 1, https://arxiv.org/abs/2405.15682',
    'https://github.com/facebookresearch/schedule_free',
  ],
  truth: { paper: true },
  // Of the step of z.
  divisor: 'sqrt(v / (1 - beta2^t)) + eps',
};
