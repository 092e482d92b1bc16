import type { FunctionProblem } from '../types';

/** A hole in a plain, whose gradient is almost 0 a little farther away. */
export const easom: FunctionProblem = {
  kind: 'function',
  id: 'easom',
  name: { en: 'Easom', zh: 'Easom 函数' },
  parameters: ['x', 'y'],
  loss: '-cos(x)*cos(y)*exp(-((x - pi)^2 + (y - pi)^2))',
  constants: {},
  minima: [['pi', 'pi']],
  start: [1.9, 4.2],
  view: [
    [0, 6.3],
    [0, 6.3],
  ],
  steps: 150,
  rates: { sgd: 0.1, adam: 0.1 },
  source: 'https://www.sfu.ca/~ssurjano/easom.html',
};
