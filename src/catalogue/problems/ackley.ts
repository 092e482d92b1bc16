import type { FunctionProblem } from '../types';

/** The minimum is the tip of a cone, where the gradient does not exist. */
export const ackley: FunctionProblem = {
  kind: 'function',
  id: 'ackley',
  name: { en: 'Ackley', zh: 'Ackley 函数' },
  parameters: ['x', 'y'],
  loss: '-20*exp(-0.2*sqrt(0.5*(x^2 + y^2))) - exp(0.5*(cos(2*pi*x) + cos(2*pi*y))) + e + 20',
  constants: {},
  minima: [['0', '0']],
  start: [1.6, -2.1],
  view: [
    [-5, 5],
    [-5, 5],
  ],
  steps: 150,
  rates: { sgd: 0.02, adam: 0.1 },
  source: 'https://www.sfu.ca/~ssurjano/ackley.html',
};
