import type { Question } from '../types';

export const whyNan: Question = {
  id: 'why-nan',
  topic: 'trouble',
  question: { en: 'Why is my loss inf or NaN?', zh: '损失为什么变成 inf 或 NaN？' },
  wordings: {
    en: [
      'loss explodes, blows up, diverges',
      'nan after some steps, not a number, infinity, overflow',
      'log of zero, division by zero, nan in the data, small learning rate but still nan',
      'training diverged, exploding loss',
    ],
    zh: ['损失爆炸、发散、溢出', '训练中出现 nan', '损失变成无穷大、取对数、除以零', 'loss 变成 nan 怎么办'],
  },
  answer: {
    en: 'Mostly because the learning rate is too large. In the example the curvature along y is 25, so at 0.1 an update multiplies y by 1 − 0.1 × 25 = −1.5; after about a hundred, float32 has no number for the loss: inf. At 1.2 the first step leads to x = −0.2, and log x is not defined there: NaN, as are 0/0 and inf − inf. At 0.07, below 2/25 = 0.08, it settles. If a small rate gives NaN too, look for log 0, a division by 0, or NaN in the data.',
    zh: '多半是学习率太大。示例中沿 y 的曲率是 25，学习率 0.1 时每次更新把 y 乘以 1 − 0.1 × 25 = −1.5；一百来次之后，float32 表示不了这个损失，成为 inf。学习率 1.2 时，第一步就到了 x = −0.2，那里 log x 没有定义，成为 NaN；0/0 和 inf − inf 也是 NaN。取 0.07，低于 2/25 = 0.08，就稳定下来。如果学习率很小仍出现 NaN，请检查有没有 0 的对数、除以 0，以及数据里有没有 NaN 或缺失值。',
  },
  experiment: {
    version: 1,
    problem: { loss: '12.5*y^2 + 0.5*x^2 - log(x)', parameters: ['x', 'y'] },
    start: [3, 2],
    steps: 150,
    runs: [
      { optimizer: 'gd', hyper: { lr: 0.1 } },
      { optimizer: 'gd', hyper: { lr: 1.2 } },
      { optimizer: 'gd', hyper: { lr: 0.07 } },
    ],
  },
  lesson: 'too-fast-for-float32',
  claims: [
    { kind: 'curved', at: [1, 0], by: [25, 2] },
    { kind: 'passes', run: 0, row: 1, at: [2.73333, -3], within: 1e-4 },
    { kind: 'passes', run: 0, row: 2, at: [2.49659, 4.5], within: 1e-4 },
    { kind: 'diverges', run: 0, from: 95, to: 115 },
    { kind: 'passes', run: 1, row: 1, at: [-0.2, -58], within: 1e-4 },
    { kind: 'ends', run: 1, as: 'diverged', by: 1 },
    { kind: 'arrives', run: 2, at: [1, 0], within: 0.001 },
  ],
};
