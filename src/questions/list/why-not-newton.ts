import type { Question } from '../types';

export const whyNotNewton: Question = {
  id: 'why-not-newton',
  topic: 'surface',
  question: { en: 'Why not use Newton’s method?', zh: '为什么不用牛顿法？' },
  wordings: {
    en: ['second-order optimization, Hessian, quasi-Newton, L-BFGS', 'newton method for neural networks'],
    zh: ['二阶方法、拟牛顿法、海森矩阵', '神经网络为什么不用二阶优化'],
  },
  answer: {
    en: 'On a quadratic it is perfect: one step leads to the minimum. But it goes to any point with gradient 0: in the example one Newton step from the start leads exactly to the saddle at (0, 0), which gradient descent leaves. And for n parameters the Hessian has n² entries: a million parameters, a million million numbers.',
    zh: '在二次函数上它很完美：一步就到极小值点。但它会走向任何梯度为 0 的点：示例中从起点出发，一步牛顿法正好落在鞍点 (0, 0)，而梯度下降会离开那里。此外，n 个参数的 Hessian 矩阵有 n² 个元素：一百万个参数就是一万亿个数。',
  },
  experiment: {
    version: 1,
    problem: { id: 'saddle' },
    start: [0.9, 0.001],
    steps: 90,
    runs: [{ optimizer: 'gd', hyper: { lr: 0.05 } }],
  },
  screen: { units: 'equal', lossScale: 'linear', tab: 'curvature' },
  lesson: 'noise-at-a-saddle',
  claims: [
    { kind: 'newton', from: [0.9, 0.001], to: [0, 0] },
    { kind: 'curved', at: [0, 0], by: [2, -2] },
    { kind: 'ends', run: 0, as: 'left' },
    {
      kind: 'instead',
      changes: { problem: { id: 'booth' }, start: [-6, 4] },
      claim: { kind: 'newton', from: [-6, 4], to: [1, 3] },
    },
  ],
};
