import type { FunctionProblem } from '../types';

/** Four minima, all at 0: which one is reached depends on the method. */
export const himmelblau: FunctionProblem = {
  kind: 'function',
  id: 'himmelblau',
  name: { en: 'Himmelblau', zh: 'Himmelblau 函数' },
  parameters: ['x', 'y'],
  loss: '(x^2 + y - 11)^2 + (x + y^2 - 7)^2',
  constants: {},
  minima: [
    ['3', '2'],
    ['-2.805118086952745', '3.131312518250573'],
    ['-3.779310253377747', '-3.283185991286169'],
    ['3.5844283403304917', '-1.8481265269644034'],
  ],
  start: [0, -1],
  view: [
    [-5, 5],
    [-5, 5],
  ],
  steps: 100,
  rates: { sgd: 0.005, adam: 0.1 },
  source: 'Himmelblau (1972), Applied Nonlinear Programming, McGraw-Hill',
};
