import type { Optimizer } from '../types';

export const gd: Optimizer = {
  id: 'gd',
  name: { en: 'Gradient descent', zh: '梯度下降' },
  rates: 'sgd',
  rule: `gd(lr = 0.01)
g = grad(theta)
theta = theta - lr*g`,
  sources: [
    'Cauchy (1847), Comptes rendus 25, 536-538',
    'https://docs.pytorch.org/docs/stable/generated/torch.optim.SGD.html',
  ],
  truth: { test: 'gd is SGD with every other setting at 0' },
  arrows: [{ kind: 'gradient', displacement: '-lr*g' }],
  stability: {
    limit: '2 / lambda',
    source: 'Nesterov (2004), Introductory Lectures on Convex Optimization, section 1.2.3',
  },
};
