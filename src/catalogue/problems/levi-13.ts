import type { FunctionProblem } from '../types';

/** A bowl with ripples across it. */
export const levi13: FunctionProblem = {
  kind: 'function',
  id: 'levi-13',
  name: { en: 'Lévi N. 13', zh: 'Lévi 13 号函数' },
  parameters: ['x', 'y'],
  loss: 'sin(3*pi*x)^2 + (x - 1)^2*(1 + sin(3*pi*y)^2) + (y - 1)^2*(1 + sin(2*pi*y)^2)',
  constants: {},
  minima: [['1', '1']],
  start: [-4.2, 5.3],
  view: [
    [-10, 10],
    [-10, 10],
  ],
  steps: 150,
  rates: { sgd: 0.001, adam: 0.3 },
  source: 'https://www.sfu.ca/~ssurjano/levy13.html',
};
