import type { Question } from '../types';

export const whatIsTheStabilityEdge: Question = {
  id: 'what-is-the-stability-edge',
  topic: 'rate',
  question: {
    en: 'How large can the learning rate be (stability edge)?',
    zh: '学习率最大能取多少（稳定性边界）？',
  },
  wordings: {
    en: [
      'what is the edge of stability, 2 over lambda, 2/λ, 2/L, sharpness, Lipschitz constant, smoothness',
      'largest stable learning rate, maximum learning rate',
      'critical learning rate, how fast can it go before it diverges',
      'when does gradient descent stop converging, at which learning rate does it diverge',
    ],
    zh: [
      '什么是稳定边界、最大学习率、临界学习率',
      '梯度下降什么时候不再收敛、学习率多大会发散',
      '2/L、2 除以最大特征值、利普希茨常数、锐度',
    ],
  },
  answer: {
    en: 'Below 2/λₘₐₓ, where λₘₐₓ is the largest curvature at the minimum (also called L). This is the stability edge: along that direction a step of gradient descent multiplies the distance by 1 − ηλₘₐₓ, which shrinks it while η is below 2/λₘₐₓ and lets it grow above. On x² the curvature is 2 and the edge is 1: 0.9 arrives, 1 jumps between 10 and −10 for ever, 1.05 leaves.',
    zh: '要小于 2/λₘₐₓ，其中 λₘₐₓ 是极小值点处的最大曲率（也记作 L）。这就是稳定性边界：梯度下降每一步把沿该方向的距离乘以 1 − ηλₘₐₓ，η 低于 2/λₘₐₓ 时距离缩小，高于时增大。x² 的曲率为 2，边界为 1：0.9 能到达，1 永远在 10 与 −10 之间跳，1.05 飞出。',
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
