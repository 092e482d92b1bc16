import type { FunctionProblem } from '../types';

/** No lower bound, and a saddle point where the gradient is 0. */
export const saddle: FunctionProblem = {
  kind: 'function',
  id: 'saddle',
  name: { en: 'Saddle', zh: '鞍面' },
  parameters: ['x', 'y'],
  loss: 'x^2 - y^2',
  constants: {},
  minima: [],
  isUnbounded: true,
  start: [0.9, 0.001],
  view: [
    [-2, 2],
    [-2, 2],
  ],
  steps: 40,
  rates: { sgd: 0.05, adam: 0.1 },
  source: 'Dauphin et al. (2014), https://arxiv.org/abs/1406.2572',
};
