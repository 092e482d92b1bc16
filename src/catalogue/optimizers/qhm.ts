import type { Optimizer } from '../types';

/** Quasi-hyperbolic momentum, with the momentum and nu that the paper recommends. */
export const qhm: Optimizer = {
  id: 'qhm',
  name: { en: 'QHM', zh: 'QHM' },
  rates: 'sgd',
  rule: `qhm(lr = 0.01, momentum = 0.999, nu = 0.7)
state b = 0
g = grad(theta)
b = momentum*b + (1 - momentum)*g
theta = theta - lr*((1 - nu)*g + nu*b)`,
  sources: ['Ma and Yarats (2019), https://arxiv.org/abs/1810.06801', 'https://github.com/facebookresearch/qhoptim'],
  truth: { paper: true },
  stability: {
    limit: '2*(1 + momentum) / ((1 + momentum - 2*nu*momentum)*lambda)',
    source: 'docs/theory.md, momentum',
  },
};
