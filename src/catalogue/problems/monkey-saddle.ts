import type { FunctionProblem } from '../types';

/** Three directions lead down, and at the saddle point even the curvature is 0. */
export const monkeySaddle: FunctionProblem = {
  kind: 'function',
  id: 'monkey-saddle',
  name: { en: 'Monkey saddle', zh: '猴鞍面' },
  parameters: ['x', 'y'],
  loss: 'x^3 - 3*x*y^2',
  constants: {},
  minima: [],
  isUnbounded: true,
  start: [0.9, 0.1],
  view: [
    [-2, 2],
    [-2, 2],
  ],
  steps: 40,
  rates: { sgd: 0.005, adam: 0.05 },
  source: 'https://mathworld.wolfram.com/MonkeySaddle.html',
};
