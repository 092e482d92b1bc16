import type { FunctionProblem } from '../types';

/** Losses in the valley and the corners differ by six powers of ten: a rate that suits the valley overflows in the corners. */
export const goldsteinPrice: FunctionProblem = {
  kind: 'function',
  id: 'goldstein-price',
  name: { en: 'Goldstein–Price', zh: 'Goldstein–Price 函数' },
  parameters: ['x', 'y'],
  loss:
    '(1 + (x + y + 1)^2*(19 - 14*x + 3*x^2 - 14*y + 6*x*y + 3*y^2))' +
    '*(30 + (2*x - 3*y)^2*(18 - 32*x + 12*x^2 + 48*y - 36*x*y + 27*y^2))',
  constants: {},
  minima: [['0', '-1']],
  start: [-1.2, 0.6],
  view: [
    [-2, 2],
    [-2, 2],
  ],
  steps: 200,
  rates: { sgd: 2e-6, adam: 0.1 },
  source: 'https://www.sfu.ca/~ssurjano/goldpr.html',
};
