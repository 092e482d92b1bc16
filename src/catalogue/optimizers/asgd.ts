import type { Optimizer } from '../types';

/**
 * PyTorch computes the rate and the weight of the average for the next update at the end of this one.
 * The average is kept in `ax` and never read by the path: it is what one would use after training.
 * It keeps that rate in float32 whatever the parameters are, which moves the golden trajectory by up to 5e-9.
 */
export const asgd: Optimizer = {
  id: 'asgd',
  name: { en: 'ASGD', zh: 'ASGD' },
  rule: `asgd(lr = 0.01, lambd = 1e-4, alpha = 0.75, t0 = 1e6, weightDecay = 0)
state eta = float32(lr), mu = 1, ax = 0
g = grad(theta)
g = g + weightDecay*theta
theta = theta*(1 - lambd*eta) - eta*g
ax = if(mu == 1, theta, ax + mu*(theta - ax))
eta = float32(lr / (1 + lambd*lr*t)^alpha)
mu = 1 / max(1, t - t0)
draw ax`,
  symbols: { eta: '\\eta_t', mu: '\\mu_t', ax: '\\bar{\\theta}' },
  sources: [
    'Polyak and Juditsky (1992), https://doi.org/10.1137/0330046',
    'Xu (2011), https://arxiv.org/abs/1107.2490',
    'https://docs.pytorch.org/docs/stable/generated/torch.optim.ASGD.html',
  ],
  truth: { torch: 'ASGD' },
  divisor: 'lr / eta_before',
  stability: { none: 'ownRate' },
};
