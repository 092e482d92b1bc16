import { numbered } from '../datasets/names';
import { sampleFacts } from '../datasets/facts';
import { samples } from '../datasets/settings';
import type { DataModel, DataProblem } from '../types';

/**
 * A matrix that is to lead each of some keys to its value, half the squared error for a loss. Keys and values are orthonormal, so the
 * matrix that knows all facts has every singular value at 1; that of a fact which is seldom read grows slowly.
 */
export const associativeMemory: DataProblem = {
  kind: 'data',
  id: 'associative-memory',
  name: { en: 'Associative memory', zh: '联想记忆' },
  target: 'none',
  settings: {
    samples: samples(64),
    size: {
      default: 8,
      min: 2,
      max: 8,
      scale: 'linear',
      integer: true,
      name: { en: 'facts', zh: '事实数' },
      help: {
        en: 'How many; the matrix has as many rows and columns.',
        zh: '事实的个数，也是矩阵的行数和列数。',
      },
    },
    zipf: {
      default: 1.5,
      min: 0,
      max: 3,
      scale: 'linear',
      name: { en: 'Zipf exponent', zh: 'Zipf 指数' },
      help: {
        en: 'The k-th fact comes in proportion to 1 over k to this power.',
        zh: '第 k 个事实出现的次数与 k 的该次幂成反比。',
      },
    },
    rotated: {
      default: 1,
      min: 0,
      max: 1,
      scale: 'linear',
      integer: true,
      flag: true,
      name: { en: 'rotated vectors', zh: '随机旋转' },
      help: {
        en: 'Keys and values point in random directions; without, along the axes.',
        zh: '键和值取随机的正交方向；关闭时沿坐标轴。',
      },
    },
  },
  modelSettings: ['size'],
  features: null,
  model: ({ size = 2 }) => memory(size),
  sample: sampleFacts,
  initial: ({ parameters }) => parameters.map(() => 0),
  epochs: 100,
  isConvex: true,
  rates: { sgd: 0.1, adam: 0.02 },
  source:
    'Wang et al. (2025), Muon Outperforms Adam in Tail-End Associative Memory Learning, https://arxiv.org/abs/2509.26030',
};

function memory(size: number): DataModel {
  const rows = numbered('w', size).map((row) => numbered(row, size));
  const [inputs, targets] = [numbered('x', size), numbered('y', size)];
  const errors = rows.map((row, i) => `(${row.map((w, j) => `${w}*${inputs[j]}`).join(' + ')} - ${targets[i]})^2`);
  return {
    parameters: rows.flat(),
    tensors: [{ name: 'W', rows }],
    columns: [...inputs, ...targets],
    loss: `0.5*(${errors.join(' + ')})`,
    shorthand: '\\tfrac12 \\lVert W \\boldsymbol{x} - \\boldsymbol{y} \\rVert^2',
    view: rows.flat().map(() => [-1, 1]),
  };
}
