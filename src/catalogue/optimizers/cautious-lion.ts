import type { Optimizer } from '../types';

/**
 * Lion, moving only where its step goes down the newest gradient, by the share of such parameters as in `cautious-adamw`. The authors'
 * code for Lion multiplies by n / (kept + 1) instead, which shortens the steps where parameters are few: with two, by a third or by
 * half. The betas are Lion's; theirs are 0.95 and 0.98.
 */
export const cautiousLion: Optimizer = {
  id: 'cautious-lion',
  name: { en: 'Cautious Lion', zh: '谨慎 Lion' },
  rule: `cautious_lion(lr = 1e-4, beta1 = 0.9, beta2 = 0.99, weightDecay = 0)
state m = 0
g = grad(theta)
u = sign(beta1*m + (1 - beta1)*g)
mask = u*g > 0
u = u*mask / max(mean(mask), 0.001)
theta = theta - lr*(u + weightDecay*theta)
m = beta2*m + (1 - beta2)*g`,
  symbols: { mask: '\\phi' },
  sources: [
    'Liang et al. (2024), algorithm 1, https://arxiv.org/abs/2411.16085',
    'https://github.com/kyleliang919/C-Optim',
  ],
  truth: { paper: true },
  stability: { none: 'signSteps' },
};
