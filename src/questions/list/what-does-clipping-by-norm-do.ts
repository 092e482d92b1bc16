import type { Question } from '../types';

export const whatDoesClippingByNormDo: Question = {
  id: 'what-does-clipping-by-norm-do',
  topic: 'rate',
  question: { en: 'What does clipping the gradient’s norm do?', zh: '按范数裁剪梯度有什么用？' },
  wordings: {
    en: [
      'clip_grad_norm_, gradient clipping, exploding gradients, max norm',
      'why clip gradients, what value to clip at',
    ],
    zh: ['梯度裁剪、梯度爆炸、clip_grad_norm_', '裁剪阈值取多大'],
  },
  answer: {
    en: 'It shortens a gradient that is longer than a bound to that bound, so that a single huge gradient cannot throw the run out. In the example plain descent at 0.0019 overflows within 12 updates; with the norm cut to 50 it comes down into the valley and goes on.',
    zh: '梯度的长度超过上限时，把它缩短到上限，这样单个巨大的梯度就不能把轨迹甩出去。示例中，学习率 0.0019 的梯度下降在 12 次更新内溢出；范数裁剪到 50，它落入谷底并继续前进。',
  },
  experiment: {
    version: 1,
    problem: { id: 'rosenbrock' },
    start: [-1.5, 2.5],
    steps: 400,
    runs: [
      { optimizer: 'gd', hyper: { lr: 0.0019 } },
      { optimizer: 'gd', hyper: { lr: 0.0019 }, modifiers: { clipNorm: 50 } },
    ],
  },
  lesson: 'clipping',
  claims: [
    { kind: 'diverges', run: 0, from: 5, to: 12 },
    { kind: 'ends', run: 1, as: 'descending' },
    { kind: 'loss', run: 1, from: 0, to: 7 },
  ],
};
