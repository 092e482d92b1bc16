import { drawLinear } from '../datasets/linear';
import { numbered } from '../datasets/names';
import { linearView } from '../datasets/linearView';
import { samples, secondScale, standardize, targetNoise, validation } from '../datasets/settings';
import type { DataModel, DataProblem } from '../types';

/** The first model that one trains by mini-batches: weights and a bias, squared loss. */
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
  givenView: linearView,
  draw: drawLinear,
  initial: ({ parameters }, { normal }) => parameters.map((name) => (name === 'b' ? 0 : 0.01 * normal())),
  epochs: 3,
  source: 'https://d2l.ai/chapter_linear-regression/linear-regression-scratch.html',
};

/** y = w1*x1 + ... + b. */
function linearModel(features: number): DataModel {
  const weights = numbered('w', features);
  const inputs = numbered('x', features);
  const prediction = `${weights.map((w, i) => `${w}*${inputs[i]}`).join(' + ')} + b`;
  return {
    parameters: [...weights, 'b'],
    columns: [...inputs, 'y'],
    prediction,
    loss: `0.5*(${prediction} - y)^2`,
    ...(features > MOST_WRITTEN && { shorthand: '\\tfrac{1}{2} \\bigl(\\boldsymbol{w}^\\top \\boldsymbol{x} + b - y\\bigr)^2' }),
    view: [...weights.map((_, i) => VIEWS[i] ?? USUAL), [-2, 8]],
  };
}

/** More features are shown as a vector. */
const MOST_WRITTEN = 3;

const USUAL = [-5, 5] as const;
/** Of the weights that `draw` draws by default: the start, the minimum and room around them. */
const VIEWS: readonly (readonly [number, number])[] = [[-2, 5], [-7, 2]];
