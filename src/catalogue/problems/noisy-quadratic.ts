import { samples } from '../datasets/settings';
import { sampleSlopes } from '../datasets/slopes';
import type { DataModel, DataProblem, Setting } from '../types';

const curvature = (k: number, usual: number): Setting => ({
  default: usual,
  min: 0.01,
  max: 100,
  scale: 'log',
  name: { en: `curvature λ${subscripts[k]}`, zh: `曲率 λ${subscripts[k]}` },
});

const subscripts = ['', '₁', '₂'];

/**
 * A bowl with noisy gradients: each sample has the curvature of the bowl and its own slope, and the mean of all slopes is 0.
 * The gradient of one sample is that of the bowl plus noise, whose standard deviation is exactly the setting `noise`.
 */
export const noisyQuadratic: DataProblem = {
  kind: 'data',
  id: 'noisy-quadratic',
  name: { en: 'Noisy quadratic', zh: '带噪声的二次函数' },
  target: 'none',
  settings: {
    samples: samples(1000),
    dimensions: {
      default: 2,
      min: 1,
      max: 2,
      scale: 'linear',
      integer: true,
      name: { en: 'dimensions', zh: '维数' },
    },
    curvature1: curvature(1, 1),
    curvature2: curvature(2, 10),
    noise: {
      default: 3,
      min: 0,
      max: 100,
      scale: 'linear',
      name: { en: 'gradient noise', zh: '梯度噪声' },
      help: {
        en: "Standard deviation of one sample's gradient about the full one, along each parameter.",
        zh: '单个样本的梯度相对全梯度的标准差（每个参数方向上）。',
      },
    },
  },
  modelSettings: ['dimensions'],
  features: null,
  model: ({ dimensions = 1 }) => bowl(dimensions),
  sample: sampleSlopes,
  initial: ({ parameters }) => parameters.map((name) => (name === 'x' ? -4 : 2)),
  epochs: 3,
  isConvex: true,
  rates: { sgd: 0.02, adam: 0.2 },
  source: 'Schaul, Zhang, LeCun (2013), No More Pesky Learning Rates, https://arxiv.org/abs/1206.1106',
};

function bowl(dimensions: number): DataModel {
  const parameters = ['x', 'y'].slice(0, dimensions);
  return {
    parameters,
    columns: parameters.flatMap((_, k) => [`lambda${k + 1}`, `n${k + 1}`]),
    loss: parameters.map((name, k) => `0.5*lambda${k + 1}*${name}^2 + n${k + 1}*${name}`).join(' + '),
    view: [
      [-5, 5],
      [-3, 3],
    ].slice(0, dimensions) as [number, number][],
  };
}
