import { samples, pointNoise, standardize, validation } from '../datasets/settings';
import { sampleShape, shapes } from '../datasets/shapes';
import { initialNetwork, tanhNetwork } from '../models/network';
import type { DataModel, DataProblem } from '../types';

/** Two classes that no straight line separates, and a small network. */
export const networkClasses: DataProblem = {
  kind: 'data',
  id: 'network-classes',
  name: { en: 'Network: classes', zh: '神经网络：二分类' },
  target: 'class',
  settings: {
    shape: {
      default: 0,
      min: 0,
      max: shapes.length - 1,
      scale: 'linear',
      integer: true,
      choices: shapes.map(({ name }) => name),
      name: { en: 'data', zh: '数据' },
      help: { en: 'The curves that the two classes lie along.', zh: '两类样本各自所在的曲线。' },
    },
    samples: samples(200),
    noise: pointNoise(0.1, 1),
    hidden: {
      default: 8,
      min: 1,
      max: 9,
      scale: 'linear',
      integer: true,
      name: { en: 'hidden units', zh: '隐藏单元数' },
      help: {
        en: 'Tanh units between the inputs and the output; each has four parameters.',
        zh: '输入与输出之间的 tanh 单元数，每个单元有四个参数。',
      },
    },
    standardize,
    validation,
  },
  modelSettings: ['hidden', 'standardize', 'validation'],
  features: { min: 2, max: 2 },
  model: ({ hidden = 1 }) => classModel(hidden),
  sample: sampleShape,
  initial: initialNetwork,
  epochs: 50,
  rates: { sgd: 0.1, adam: 0.05 },
  source: 'https://playground.tensorflow.org',
};

function classModel(hidden: number): DataModel {
  const { parameters, tensors, output, masked, masks, shorthand } = tanhNetwork(hidden, ['x1', 'x2']);
  return {
    parameters,
    tensors,
    columns: ['x1', 'x2', 'y'],
    prediction: `sigmoid(${output})`,
    loss: lossOf(output),
    training: { loss: lossOf(masked), masks },
    shorthand: `\\bigl(\\operatorname{softplus}(z) - y z\\bigr), \\; z = ${shorthand}`,
    view: parameters.map(() => [-15, 15]),
  };
}

const lossOf = (output: string): string => `softplus(${output}) - y*(${output})`;
