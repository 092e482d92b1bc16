import type { FunctionProblem } from '../types';

/** Two local minima beside the lowest one. */
export const threeHumpCamel: FunctionProblem = {
  kind: 'function',
  id: 'three-hump-camel',
  name: { en: 'Three-hump camel', zh: '三峰驼函数' },
  parameters: ['x', 'y'],
  loss: '2*x^2 - 1.05*x^4 + x^6/6 + x*y + y^2',
  constants: {},
  minima: [['0', '0']],
  start: [1.8, -1.2],
  view: [
    [-5, 5],
    [-5, 5],
  ],
  steps: 100,
  rates: { sgd: 0.02, adam: 0.1 },
  source: 'https://www.sfu.ca/~ssurjano/camel3.html',
};
