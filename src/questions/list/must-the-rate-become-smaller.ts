import type { Question } from '../types';

export const mustTheRateBecomeSmaller: Question = {
  id: 'must-the-rate-become-smaller',
  topic: 'rate',
  question: { en: 'Must the learning rate become smaller over time?', zh: '学习率要随训练逐渐变小吗？' },
  wordings: {
    en: [
      'lower, reduce, decrease the learning rate later, turn it down during training, when',
      'the loss falls, then bounces and keeps jumping up and down, never reaches zero, with mini-batches',
      'learning rate decay or constant, do I need a schedule, make the step size smaller',
    ],
    zh: [
      '学习率要不要中途改小、什么时候降低',
      '恒定学习率还是衰减，训练后期减小学习率',
      '步长逐渐减小、一直不变',
      '损失降下来以后一直跳动、到不了零',
    ],
  },
  answer: {
    en: 'Without noise, no: the gradient vanishes at the minimum, so the steps get shorter by themselves, and with all samples at once a constant 0.1 arrives. With mini-batches, yes: the gradient of a batch does not vanish there. In the example batches of 10 at a constant 0.1 keep rattling around the minimum; with the rate lowered tenfold after two thirds of the updates, the last hundred points are less than half as far away.',
    zh: '没有噪声时不必：极小值点处梯度为零，步子会自己变短；每次用全部样本，恒定的 0.1 就能到达。用小批量时需要：单个批量的梯度在那里并不为零。示例中批量为 10、学习率恒为 0.1 时，轨迹一直在极小值点周围抖动；在更新进行到三分之二时把学习率降到十分之一，最后一百个点到极小值点的距离就不到恒定学习率时的一半。',
  },
  experiment: {
    version: 1,
    problem: { id: 'noisy-quadratic' },
    epochs: 6,
    runs: [
      { optimizer: 'sgd', hyper: { lr: 0.1 }, batch: { size: 10 } },
      {
        optimizer: 'sgd',
        hyper: { lr: 0.1 },
        batch: { size: 10 },
        schedule: { kind: 'multiStep', milestones: [400], gamma: 0.1 },
      },
    ],
  },
  screen: { lossAxis: 'epoch' },
  lesson: 'rates-that-fall',
  claims: [
    { kind: 'updates', run: 1, count: 600 },
    { kind: 'rate', run: 1, update: 400, is: 0.1 },
    { kind: 'rate', run: 1, update: 401, is: 0.01 },
    { kind: 'scatters', run: 0, than: 1, after: 500, from: 2, to: 20 },
    ...[2, 3].map((seed) => ({
      kind: 'instead' as const,
      changes: { seed },
      claim: { kind: 'scatters' as const, run: 0, than: 1, after: 500, from: 2, to: 20 },
    })),
    {
      kind: 'instead',
      changes: { epochs: 600, runs: [{ optimizer: 'gd', hyper: { lr: 0.1 } }] },
      claim: { kind: 'arrives', run: 0, within: 1e-3 },
    },
  ],
};
