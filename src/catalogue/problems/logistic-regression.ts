import { sampleClouds } from '../datasets/clouds';
import { samples, secondScale, standardize, validation } from '../datasets/settings';
import { logisticView } from '../datasets/userDataViews';
import { affine, initialAffine } from '../models/affine';
import type { DataModel, DataProblem } from '../types';

/** Two classes that overlap; the best border between them is a straight line. */
export const logisticRegression: DataProblem = {
  kind: 'data',
  id: 'logistic-regression',
  name: { en: 'Logistic regression', zh: '逻辑回归' },
  target: 'class',
  settings: {
    samples: samples(200),
    separation: {
      default: 2.5,
      min: 0,
      max: 10,
      scale: 'linear',
      name: { en: 'separation', zh: '类间距离' },
      help: {
        en: 'Distance between the means of the two classes, each of which spreads with standard deviation 1.',
        zh: '两类均值之间的距离；每一类的标准差都是 1。',
      },
    },
    scale: secondScale,
    standardize,
    validation,
  },
  modelSettings: ['standardize', 'validation'],
  features: { min: 1, max: 32 },
  model: (_, features = 2) => logisticModel(features),
  userDataView: logisticView,
  sample: sampleClouds,
  initial: initialAffine,
  epochs: 10,
  isConvex: true,
  rates: { sgd: 0.1, adam: 0.1 },
  source: 'Hastie, Tibshirani, Friedman (2009), The Elements of Statistical Learning, section 4.4',
};

/** The log-odds z of class 1 are w1*x1 + ... + b; the loss is -log of the probability that the model gives to a sample's class. */
function logisticModel(features: number): DataModel {
  const { parameters, columns, output: z, weights, isLong } = affine(features);
  return {
    parameters,
    columns,
    prediction: `sigmoid(${z})`,
    loss: `softplus(${z}) - y*(${z})`,
    ...(isLong && { shorthand: SHORTHAND }),
    view: [...weights.map(() => [-2, 5] as const), [-3, 3]],
  };
}

const SHORTHAND = '\\bigl(\\operatorname{softplus}(z) - y z\\bigr), \\; z = \\boldsymbol{w}^\\top \\boldsymbol{x} + b';
