import { sampleLinear } from '../datasets/linear';
import { linearView } from '../datasets/userDataViews';
import { samples, secondScale, standardize, targetNoise, validation } from '../datasets/settings';
import { affine, initialAffine } from '../models/affine';
import type { DataModel, DataProblem } from '../types';

/** The usual first example of mini-batches: weights and a bias, squared loss. */
export const linearRegression: DataProblem = {
  kind: 'data',
  id: 'linear-regression',
  name: { en: 'Linear regression', zh: '线性回归' },
  target: 'number',
  settings: {
    samples: samples(1000),
    weight1: { default: 2, min: -10, max: 10, scale: 'linear', name: { en: 'true weight 1', zh: '真实权重 1' } },
    weight2: { default: -3.4, min: -10, max: 10, scale: 'linear', name: { en: 'true weight 2', zh: '真实权重 2' } },
    bias: { default: 4.2, min: -10, max: 10, scale: 'linear', name: { en: 'true bias', zh: '真实偏置' } },
    noise: targetNoise(0.01, 10),
    scale: secondScale,
    standardize,
    validation,
  },
  modelSettings: ['standardize', 'validation'],
  features: { min: 1, max: 32 },
  model: (_, features = 2) => linearModel(features),
  userDataView: linearView,
  sample: sampleLinear,
  initial: initialAffine,
  epochs: 3,
  isConvex: true,
  source: 'https://d2l.ai/chapter_linear-regression/linear-regression-scratch.html',
};

/** y = w1*x1 + ... + b. */
function linearModel(features: number): DataModel {
  const { parameters, columns, output, weights, isLong } = affine(features);
  return {
    parameters,
    columns,
    prediction: output,
    loss: `0.5*(${output} - y)^2`,
    ...(isLong && { shorthand: '\\tfrac{1}{2} \\bigl(\\boldsymbol{w}^\\top \\boldsymbol{x} + b - y\\bigr)^2' }),
    view: [...weights.map((_, i) => VIEWS[i] ?? USUAL), [-2, 8]],
  };
}

const USUAL = [-5, 5] as const;
/** The default view of the weights: contains the start and the minimum for the default data, with a margin. */
const VIEWS: readonly (readonly [number, number])[] = [
  [-2, 5],
  [-7, 2],
];
