import type { FunctionProblem } from '../types';

/** Flat plains and steep corners in one view. */
export const beale: FunctionProblem = {
  kind: 'function',
  id: 'beale',
  name: { en: 'Beale', zh: 'Beale 函数' },
  parameters: ['x', 'y'],
  loss: '(1.5 - x + x*y)^2 + (2.25 - x + x*y^2)^2 + (2.625 - x + x*y^3)^2',
  constants: {},
  minima: [['3', '0.5']],
  start: [1, 1.5],
  view: [
    [-4.5, 4.5],
    [-4.5, 4.5],
  ],
  steps: 200,
  rates: { sgd: 0.005, adam: 0.1 },
  source: 'https://www.sfu.ca/~ssurjano/beale.html',
};
