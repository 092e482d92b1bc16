import type { FunctionProblem } from '../types';

/** Four minima of different depth; only the lowest is listed. */
export const styblinskiTang: FunctionProblem = {
  kind: 'function',
  id: 'styblinski-tang',
  name: { en: 'Styblinski–Tang', zh: 'Styblinski–Tang 函数' },
  parameters: ['x', 'y'],
  loss: '0.5*(x^4 - 16*x^2 + 5*x + y^4 - 16*y^2 + 5*y)',
  constants: {},
  minima: [['-2.903534027771177', '-2.903534027771177']],
  start: [0.3, -0.4],
  view: [
    [-5, 5],
    [-5, 5],
  ],
  steps: 100,
  rates: { sgd: 0.01, adam: 0.1 },
  source: 'https://www.sfu.ca/~ssurjano/stybtang.html',
};
