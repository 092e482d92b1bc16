import type { Question } from '../types';

export const whyNan: Question = {
  id: 'why-nan',
  topic: 'trouble',
  question: { en: 'Why is my loss inf or NaN?', zh: '损失为什么变成 inf 或 NaN？' },
  wordings: {
    en: [
      'loss explodes, blows up, diverges',
      'nan after some steps, not a number, infinity, overflow',
      'training diverged, exploding loss',
    ],
    zh: ['损失爆炸、发散、溢出', '训练中出现 nan', '损失变成无穷大', 'loss 变成 nan 怎么办'],
  },
  answer: {
    en: 'Mostly because the learning rate is too large: each step lands farther up the opposite slope than it started. In the example the curvature along y is 25, and at 0.1 every update multiplies y by 1 − 0.1 × 25 = −1.5; after some hundred of them float32 has no number for the loss (inf), and inf − inf is NaN. Below 2/25 = 0.08 it settles, as at 0.07.',
    zh: '多半是学习率太大：每一步都落到对面更高的坡上。示例中沿 y 的曲率是 25，学习率 0.1 时每次更新把 y 乘以 1 − 0.1 × 25 = −1.5；一百来次之后，float32 已经表示不了这个损失（inf），而 inf − inf 就是 NaN。学习率低于 2/25 = 0.08 时会稳定下来，例如 0.07。',
  },
  experiment: {
    version: 1,
    problem: { id: 'quadratic', constants: { kappa: 25 } },
    steps: 150,
    runs: [
      { optimizer: 'gd', hyper: { lr: 0.1 } },
      { optimizer: 'gd', hyper: { lr: 0.07 } },
    ],
  },
  lesson: 'too-fast-for-float32',
  claims: [
    { kind: 'curved', at: [0, 0], by: [25, 1] },
    { kind: 'passes', run: 0, row: 1, at: [-3.6, -3], within: 1e-5 },
    { kind: 'passes', run: 0, row: 2, at: [-3.24, 4.5], within: 1e-5 },
    { kind: 'diverges', run: 0, from: 95, to: 115 },
    { kind: 'arrives', run: 1, within: 0.001 },
  ],
};
