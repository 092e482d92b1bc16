import type { FunctionProblem } from '../types';

/** Six minima, two of them lowest and opposite each other. */
export const sixHumpCamel: FunctionProblem = {
  kind: 'function',
  id: 'six-hump-camel',
  name: { en: 'Six-hump camel', zh: '六峰驼函数' },
  parameters: ['x', 'y'],
  loss: '(4 - 2.1*x^2 + x^4/3)*x^2 + x*y + (4*y^2 - 4)*y^2',
  constants: {},
  minima: [
    ['0.08984201310031807', '-0.7126564030207396'],
    ['-0.08984201310031807', '0.7126564030207396'],
  ],
  start: [1.1, 0.05],
  view: [
    [-3, 3],
    [-2, 2],
  ],
  steps: 100,
  rates: { sgd: 0.01, adam: 0.05 },
  source: 'https://www.sfu.ca/~ssurjano/camel6.html',
};
