import { drawLinear } from '../datasets/linear';
import type { DataProblem } from '../types';

/** The first model that one trains by mini-batches: two weights and a bias, squared loss. */
export const linearRegression: DataProblem = {
  kind: 'data',
  id: 'linear-regression',
  name: { en: 'Linear regression', zh: '线性回归' },
  parameters: ['w1', 'w2', 'b'],
  loss: '0.5*(w1*x1 + w2*x2 + b - y)^2',
  prediction: 'w1*x1 + w2*x2 + b',
  columns: ['x1', 'x2', 'y'],
  settings: {
    samples: { default: 1000, min: 2, max: 20_000, scale: 'log', integer: true },
    weight1: { default: 2, min: -10, max: 10, scale: 'linear' },
    weight2: { default: -3.4, min: -10, max: 10, scale: 'linear' },
    bias: { default: 4.2, min: -10, max: 10, scale: 'linear' },
    noise: { default: 0.01, min: 0, max: 10, scale: 'linear' },
  },
  draw: drawLinear,
  initial: ({ normal }) => [0.01 * normal(), 0.01 * normal(), 0],
  start: null,
  view: [[-2, 5], [-7, 2], [-2, 8]],
  epochs: 3,
  source: 'https://d2l.ai/chapter_linear-regression/linear-regression-scratch.html',
};
