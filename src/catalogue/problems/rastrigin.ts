import type { FunctionProblem } from '../types';

/** A bowl with a local minimum near every pair of whole numbers. */
export const rastrigin: FunctionProblem = {
  kind: 'function',
  id: 'rastrigin',
  name: { en: 'Rastrigin', zh: 'Rastrigin 函数' },
  parameters: ['x', 'y'],
  loss: '20 + x^2 - 10*cos(2*pi*x) + y^2 - 10*cos(2*pi*y)',
  constants: {},
  minima: [['0', '0']],
  start: [2.3, -1.7],
  view: [
    [-5.12, 5.12],
    [-5.12, 5.12],
  ],
  steps: 100,
  rates: { sgd: 0.002, adam: 0.1 },
  source: 'https://www.sfu.ca/~ssurjano/rastr.html',
};
