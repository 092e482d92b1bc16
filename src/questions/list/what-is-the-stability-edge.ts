import type { Question } from '../types';

export const whatIsTheStabilityEdge: Question = {
  id: 'what-is-the-stability-edge',
  topic: 'rate',
  question: { en: 'What is the stability edge, 2/L?', zh: '什么是稳定边界 2/L？' },
  wordings: {
    en: [
      'edge of stability, 2 over lambda, 2/λ, sharpness, Lipschitz constant, smoothness',
      'largest stable learning rate, maximum learning rate',
      'critical learning rate, how fast can it go before it diverges',
    ],
    zh: ['稳定性边界、最大学习率、临界学习率', '2 除以最大特征值、利普希茨常数、锐度'],
  },
  answer: {
    en: 'Near a minimum with largest curvature L, a step of gradient descent multiplies the distance along that direction by 1 − ηL. It shrinks while η is below 2/L and grows above. On x² L is 2 and the edge is 1: 0.9 arrives, 1 jumps between 10 and −10 for ever, 1.05 leaves.',
    zh: '在最大曲率为 L 的极小值点附近，梯度下降每一步都把沿该方向的距离乘以 1 − ηL。η 低于 2/L 时距离缩小，高于时增大。对 x² 有 L = 2，边界为 1：0.9 能到达，1 永远在 10 与 −10 之间跳，1.05 飞出。',
  },
  experiment: {
    version: 1,
    problem: { id: 'square' },
    start: [10],
    steps: 60,
    runs: [
      { optimizer: 'gd', hyper: { lr: 0.9 } },
      { optimizer: 'gd', hyper: { lr: 1 } },
      { optimizer: 'gd', hyper: { lr: 1.05 } },
    ],
  },
  screen: { tab: 'curvature' },
  lesson: 'past-the-edge',
  claims: [
    { kind: 'curved', at: [0], by: [2] },
    { kind: 'passes', run: 0, row: 1, at: [-8], within: 1e-5 },
    { kind: 'arrives', run: 0, within: 0.001 },
    { kind: 'ends', run: 1, as: 'cycling', period: 2 },
    { kind: 'passes', run: 1, row: 1, at: [-10], within: 1e-5 },
    { kind: 'ends', run: 2, as: 'left' },
  ],
};
