import type { Optimizer } from '../types';

export const lookaheadAdam: Optimizer = {
  id: 'lookahead-adam',
  name: { en: 'Lookahead (Adam)', zh: 'Lookahead（Adam）' },
  rates: 'adam',
  rule: `lookahead_adam(lr = 0.001, beta1 = 0.9, beta2 = 0.999, eps = 1e-8, syncPeriod = 5, slowStep = 0.8)
state m = 0, v = 0, slow = 0
slow = if(t == 1, theta, slow)
g = grad(theta)
m = beta1*m + (1 - beta1)*g
v = beta2*v + (1 - beta2)*g^2
theta = theta - lr*m / (1 - beta1^t) / (sqrt(v / (1 - beta2^t)) + eps)
slow = if(mod(t, syncPeriod) == 0, slow + slowStep*(theta - slow), slow)
theta = if(mod(t, syncPeriod) == 0, slow, theta)
draw slow`,
  symbols: { slow: '\\phi' },
  sources: [
    'Zhang et al. (2019), algorithm 1, https://arxiv.org/abs/1907.08610',
    'https://github.com/michaelrzhang/lookahead',
  ],
  truth: { paper: true },
  divisor: '(1 - beta1^t)*(sqrt(v / (1 - beta2^t)) + eps)',
};
