import type { FunctionProblem } from '../types';

/** A sine along a slanted valley; the minimum is the lowest in the view; lower ones lie farther down the valley. */
export const mccormick: FunctionProblem = {
  kind: 'function',
  id: 'mccormick',
  name: { en: 'McCormick', zh: 'McCormick 函数' },
  parameters: ['x', 'y'],
  loss: 'sin(x + y) + (x - y)^2 - 1.5*x + 2.5*y + 1',
  constants: {},
  minima: [['1/2 - pi/3', '-1/2 - pi/3']],
  isUnbounded: true,
  start: [-1, 2.5],
  view: [
    [-1.5, 4],
    [-3, 4],
  ],
  steps: 150,
  rates: { sgd: 0.02, adam: 0.1 },
  source: 'https://www.sfu.ca/~ssurjano/mccorm.html',
};
