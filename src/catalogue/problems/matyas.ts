import type { FunctionProblem } from '../types';

/** A valley along the diagonal, which methods that scale each axis cannot straighten; curvatures 1 and 0.04. */
export const matyas: FunctionProblem = {
  kind: 'function',
  id: 'matyas',
  name: { en: 'Matyas', zh: 'Matyas 函数' },
  parameters: ['x', 'y'],
  loss: '0.26*(x^2 + y^2) - 0.48*x*y',
  constants: {},
  minima: [['0', '0']],
  start: [-8, 3],
  view: [
    [-10, 10],
    [-10, 10],
  ],
  steps: 150,
  rates: { sgd: 0.2, adam: 0.3 },
  source: 'https://www.sfu.ca/~ssurjano/matya.html',
};
