import { curves, sampleCurve } from '../datasets/curve';
import { samples, standardize, targetNoise, validation } from '../datasets/settings';
import { initialNetwork, tanhNetwork } from '../models/network';
import type { DataModel, DataProblem } from '../types';

/** A curve fitted by a small network: its loss has plateaus, valleys and many minima. */
export const networkFit: DataProblem = {
  kind: 'data',
  id: 'network-fit',
  name: { en: 'Network: curve', zh: '神经网络：拟合曲线' },
  target: 'number',
  settings: {
    curve: {
      default: 0,
      min: 0,
      max: curves.length - 1,
      scale: 'linear',
      integer: true,
      choices: curves.map(({ name }) => name),
      name: { en: 'curve', zh: '曲线' },
      help: { en: 'The function that the samples come from.', zh: '样本所来自的函数。' },
    },
    samples: samples(100),
    noise: targetNoise(0.1, 2),
    hidden: {
      default: 6,
      min: 1,
      max: 12,
      scale: 'linear',
      integer: true,
      name: { en: 'hidden units', zh: '隐藏单元数' },
      help: {
        en: 'Tanh units between the input and the output; each has three parameters.',
        zh: '输入与输出之间的 tanh 单元数，每个单元有三个参数。',
      },
    },
    standardize,
    validation,
  },
  modelSettings: ['hidden', 'standardize', 'validation'],
  features: { min: 1, max: 1 },
  model: ({ hidden = 1 }) => curveModel(hidden),
  sample: (settings, chance) => sampleCurve(curves[settings.curve ?? 0] ?? curves[0], settings, chance),
  initial: initialNetwork,
  epochs: 100,
  rates: { sgd: 0.05, adam: 0.05 },
  source: 'Bishop (2006), Pattern Recognition and Machine Learning, section 5.1',
};

function curveModel(hidden: number): DataModel {
  const { parameters, tensors, output, masked, masks, shorthand } = tanhNetwork(hidden, ['x']);
  return {
    parameters,
    tensors,
    columns: ['x', 'y'],
    prediction: output,
    loss: lossOf(output),
    training: { loss: lossOf(masked), masks },
    shorthand: `\\tfrac{1}{2} \\Bigl(${shorthand} - y\\Bigr)^2`,
    view: parameters.map(() => [-15, 15]),
  };
}

const lossOf = (output: string): string => `0.5*(${output} - y)^2`;
