import type { Question } from '../types';

export const isTheRateTheSameWithMomentum: Question = {
  id: 'is-the-rate-the-same-with-momentum',
  topic: 'momentum',
  question: { en: 'Should I change the learning rate when I add momentum?', zh: '加了动量以后要改学习率吗？' },
  wordings: {
    en: [
      'lower the learning rate, effective learning rate 1/(1-momentum)',
      'relation between momentum and learning rate',
    ],
    zh: ['动量和学习率的关系', '有效学习率放大 1/(1−μ) 倍'],
  },
  answer: {
    en: 'With momentum μ a steady gradient moves the run 1/(1 − μ) times as fast: with 0.9, a rate of 0.002 keeps pace with plain descent at 0.02. The stability edge, though, rises by the factor 1 + μ, in the example from 0.08 to 0.152: at 0.14 momentum settles and plain descent diverges; at 0.16 momentum diverges as well.',
    zh: '动量为 μ、梯度不变时，轨迹的前进速度变为 1/(1 − μ) 倍：取 0.9，学习率 0.002 与不带动量的 0.02 步调相当。而稳定性边界升高到原来的 1 + μ 倍，示例中从 0.08 升到 0.152：学习率 0.14 时，带动量的能稳定，不带的发散；到 0.16，带动量的也发散。',
  },
  experiment: {
    version: 1,
    problem: { id: 'quadratic', constants: { kappa: 25 } },
    steps: 200,
    runs: [
      { optimizer: 'gd', hyper: { lr: 0.02 } },
      { optimizer: 'sgd', hyper: { lr: 0.002, momentum: 0.9 } },
      { optimizer: 'sgd', hyper: { lr: 0.14, momentum: 0.9 } },
      { optimizer: 'gd', hyper: { lr: 0.14 } },
      { optimizer: 'sgd', hyper: { lr: 0.16, momentum: 0.9 } },
    ],
  },
  screen: { selected: 1 },
  lesson: 'memory-of-gradients',
  claims: [
    { kind: 'passes', run: 0, row: 50, at: [-1.45668, 0], within: 1e-3 },
    { kind: 'passes', run: 1, row: 50, at: [-1.52775, 0.01185], within: 1e-3 },
    { kind: 'arrives', run: 2, within: 0.001 },
    { kind: 'diverges', run: 3, from: 40, to: 120 },
    { kind: 'diverges', run: 4, from: 80, to: 160 },
    { kind: 'onlyIn', precision: 'float64', claim: { kind: 'ends', run: 3, as: 'left' } },
    { kind: 'onlyIn', precision: 'float64', claim: { kind: 'ends', run: 4, as: 'left' } },
  ],
};
