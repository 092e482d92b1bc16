import type { FunctionProblem } from '../types';

/** A curved valley: easy to enter, slow to follow. */
export const rosenbrock: FunctionProblem = {
  kind: 'function',
  id: 'rosenbrock',
  name: { en: 'Rosenbrock', zh: 'Rosenbrock 函数' },
  parameters: ['x', 'y'],
  loss: '(a - x)^2 + b*(y - x^2)^2',
  constants: {
    a: { default: 1, min: -2, max: 2, scale: 'linear' },
    b: { default: 100, min: 0.1, max: 1000, scale: 'log' },
  },
  minima: [['a', 'a^2']],
  start: [-1.5, 2],
  view: [
    [-2, 2],
    [-1, 3],
  ],
  steps: 200,
  rates: { sgd: 0.001, adam: 0.1 },
  source: 'Rosenbrock (1960), The Computer Journal 3(3), https://doi.org/10.1093/comjnl/3.3.175',
};
