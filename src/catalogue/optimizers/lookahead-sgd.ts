import type { Optimizer } from '../types';

/** The parameters are the fast weights. Period and slow step are those of the authors' code, which leaves the velocity as it is. */
export const lookaheadSgd: Optimizer = {
  id: 'lookahead-sgd',
  name: { en: 'Lookahead (SGD)', zh: 'Lookahead（SGD）' },
  rates: 'sgd',
  rule: `lookahead_sgd(lr = 0.1, momentum = 0.9, syncPeriod = 5, slowStep = 0.8)
state v = 0, slow = 0
slow = if(t == 1, theta, slow)
v = momentum*v + grad(theta)
theta = theta - lr*v
slow = if(mod(t, syncPeriod) == 0, slow + slowStep*(theta - slow), slow)
theta = if(mod(t, syncPeriod) == 0, slow, theta)
draw slow`,
  symbols: { slow: '\\phi' },
  sources: [
    'Zhang et al. (2019), algorithm 1, https://arxiv.org/abs/1907.08610',
    'https://github.com/michaelrzhang/lookahead',
  ],
  truth: { paper: true },
};
