import type { Optimizer } from '../types';

/**
 * A parameter moves only where its step goes down the newest gradient, and these steps are divided by their share, at least 1/1000 as in
 * the authors' code for AdamW; the paper adds an epsilon to the share, and their first code multiplied by n / (kept + 1). The decay
 * comes before the step, and epsilon is added after the correction, as in PyTorch and in that code's default path; the other path
 * adds it before.
 */
export const cautiousAdamw: Optimizer = {
  id: 'cautious-adamw',
  name: { en: 'Cautious AdamW', zh: '谨慎 AdamW' },
  rates: 'adam',
  rule: `cautious_adamw(lr = 0.001, beta1 = 0.9, beta2 = 0.999, eps = 1e-6, weightDecay = 0)
state m = 0, v = 0
g = grad(theta)
theta = theta*(1 - lr*weightDecay)
m = beta1*m + (1 - beta1)*g
v = beta2*v + (1 - beta2)*g^2
u = m / (1 - beta1^t) / (sqrt(v / (1 - beta2^t)) + eps)
mask = u*g > 0
theta = theta - lr*u*mask / max(mean(mask), 0.001)`,
  symbols: { mask: '\\phi' },
  sources: [
    'Liang et al. (2024), algorithm 1, https://arxiv.org/abs/2411.16085',
    'https://github.com/kyleliang919/C-Optim',
  ],
  truth: { paper: true },
  divisor: '(1 - beta1^t)*(sqrt(v / (1 - beta2^t)) + eps)',
};
