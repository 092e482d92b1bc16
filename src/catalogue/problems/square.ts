import type { FunctionProblem } from '../types';

/** A parabola with curvature 2, on which every effect of a learning rate can be computed by hand. */
export const square: FunctionProblem = {
  kind: 'function',
  id: 'square',
  name: { en: 'x²', zh: 'x²' },
  parameters: ['x'],
  loss: 'x^2',
  constants: {},
  minima: [['0']],
  start: [10],
  view: [[-12, 12]],
  steps: 60,
  rates: { sgd: 0.1, adam: 1 },
  source: 'https://d2l.ai/chapter_optimization/gd.html',
};
