import { sampleCurve, sine } from '../datasets/curve';
import { samples, standardize, targetNoise, validation } from '../datasets/settings';
import { polynomialView } from '../datasets/userDataViews';
import type { DataModel, DataProblem } from '../types';

/** A few noisy samples of a sine, and a polynomial that may have more coefficients than it needs. */
export const polynomialRegression: DataProblem = {
  kind: 'data',
  id: 'polynomial-regression',
  name: { en: 'Polynomial regression', zh: '多项式回归' },
  target: 'number',
  settings: {
    samples: samples(20),
    noise: targetNoise(0.3, 2),
    degree: {
      default: 9,
      min: 1,
      max: 12,
      scale: 'linear',
      integer: true,
      name: { en: 'degree', zh: '次数' },
      help: {
        en: 'Of the polynomial. One with as many coefficients as there are samples can follow their noise too.',
        zh: '多项式的次数。系数与样本一样多时，连样本的噪声也能拟合。',
      },
    },
    standardize,
    validation: { ...validation, default: 0.5 },
  },
  modelSettings: ['degree', 'standardize', 'validation'],
  features: { min: 1, max: 1 },
  model: ({ degree = 1 }) => polynomial(degree),
  userDataView: polynomialView,
  sample: (settings, chance) => sampleCurve(sine, settings, chance),
  initial: ({ parameters }, { normal }) => parameters.map(() => 0.01 * normal()),
  epochs: 2000,
  isConvex: true,
  rates: { sgd: 0.05, adam: 0.05 },
  source: 'Bishop (2006), Pattern Recognition and Machine Learning, section 1.1',
};

/** y = c0 + c1*x + c2*x^2 + ... */
function polynomial(degree: number): DataModel {
  const parameters = Array.from({ length: degree + 1 }, (_, k) => `c${k}`);
  const prediction = parameters.map((c, k) => (k === 0 ? c : k === 1 ? `${c}*x` : `${c}*x^${k}`)).join(' + ');
  return {
    parameters,
    columns: ['x', 'y'],
    prediction,
    loss: `0.5*(${prediction} - y)^2`,
    ...(degree > MOST_WRITTEN && { shorthand: `\\tfrac{1}{2} \\Bigl(\\sum_{k=0}^{${degree}} c_k x^k - y\\Bigr)^2` }),
    view: parameters.map((_, k) => VIEWS[k] ?? USUAL),
  };
}

/** A polynomial of a higher degree is shown as a sum. */
const MOST_WRITTEN = 3;

/** A wide range for coefficients of high powers, which grow large when the polynomial follows the noise. */
const USUAL = [-25, 25] as const;
const VIEWS: readonly (readonly [number, number])[] = [
  [-2, 2],
  [-3, 8],
];
