import type { Optimizer } from '../types';

/**
 * The velocity carries the rate it was built with, so after a drop of the rate it still moves at the old one.
 * v stands for the paper's -v, as PyTorch's documentation writes it. Nesterov takes the gradient where the velocity leads.
 */
export const momentumSutskever: Optimizer = {
  id: 'momentum-sutskever',
  name: { en: 'Momentum (Sutskever)', zh: '动量法（Sutskever 形式）' },
  rates: 'sgd',
  rule: `sutskever(lr = 0.001, momentum = 0.9, nesterov = false)
state v = 0
g = grad(if(nesterov, theta - momentum*v, theta))
v = momentum*v + lr*g
theta = theta - v`,
  sources: [
    'Sutskever et al. (2013), equations 1-4, https://proceedings.mlr.press/v28/sutskever13.html',
    'https://docs.pytorch.org/docs/stable/generated/torch.optim.SGD.html',
  ],
  truth: {
    test: 'momentum-sutskever has the path of SGD while the rate is constant and leaves it when the rate drops',
  },
  arrows: [
    { kind: 'velocity', displacement: '-momentum*v_before' },
    { kind: 'gradient', displacement: '-lr*g' },
  ],
  stability: {
    limit: '2*(1 + momentum) / if(nesterov, 1 + 2*momentum, 1) / lambda',
    // At the look-ahead decay and curvature multiply each other: that limit is not of the form 1/(p lambda + q).
    decayed: 'if(nesterov, 0/0, 1/2)',
    source: 'docs/theory.md, momentum',
  },
};
