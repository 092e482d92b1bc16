import type { FunctionProblem } from '../types';

/** A bowl turned off the axes, with curvatures 18 and 2. */
export const booth: FunctionProblem = {
  kind: 'function',
  id: 'booth',
  name: { en: 'Booth', zh: 'Booth 函数' },
  parameters: ['x', 'y'],
  loss: '(x + 2*y - 7)^2 + (2*x + y - 5)^2',
  constants: {},
  minima: [['1', '3']],
  start: [-6, 4],
  view: [
    [-10, 10],
    [-10, 10],
  ],
  steps: 100,
  rates: { sgd: 0.02, adam: 0.3 },
  source: 'https://www.sfu.ca/~ssurjano/booth.html',
};
