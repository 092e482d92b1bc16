import type { Question } from '../types';

export const whyDoesTrainingStall: Question = {
  id: 'why-does-training-stall',
  topic: 'trouble',
  question: { en: 'Why does the loss stop falling partway?', zh: '损失降到一半为什么就不降了？' },
  wordings: {
    en: [
      'why does training stall, stops improving, gets stuck, no progress after a while',
      'loss stagnates, stopped decreasing too early',
    ],
    zh: ['训练为什么停滞不前、训练卡住、不再进步', '损失降了一些就不再下降', '学习率衰减太快、学习率太小'],
  },
  answer: {
    en: 'Mostly because the steps have become too short: the valley is flat, and the learning rate too small for it or lowered too soon. In the example a constant 0.03 arrives; at 0.003 the run is still 1.6 away after the same 300 updates. The rates 0.03, 0.03 × 0.95, 0.03 × 0.95² … add up to 0.6 only: that run stands still more than 2 away. Adagrad slows down too, as what it divides by only grows. If the loss bounces instead, the rate is too large.',
    zh: '多半是步子变得太短：谷底平缓，而学习率对它来说太小，或者降得太早。示例中恒定的 0.03 能到达；取 0.003，同样 300 次更新后还差 1.6。学习率依次为 0.03、0.03 × 0.95、0.03 × 0.95²……时，总和只有 0.6，轨迹停在离极小值点 2 以上的地方。Adagrad 也会变慢，因为它的分母只增不减。如果损失不是停住，而是上下跳动，那就是学习率太大了。',
  },
  experiment: {
    version: 1,
    problem: { id: 'quadratic', constants: { kappa: 25 } },
    steps: 300,
    runs: [
      { optimizer: 'gd', hyper: { lr: 0.003 } },
      { optimizer: 'gd', hyper: { lr: 0.03 }, schedule: { kind: 'exponential', gamma: 0.95 } },
      { optimizer: 'gd', hyper: { lr: 0.03 } },
      { optimizer: 'adagrad', hyper: { lr: 0.1 } },
    ],
  },
  screen: { plot: { quantity: 'update' } },
  lesson: 'steps-that-die',
  claims: [
    { kind: 'misses', run: 0, by: 1.6 },
    { kind: 'arrives', run: 0, at: [0, 0], within: 1.65 },
    { kind: 'rate', run: 1, update: 1, is: 0.03 },
    { kind: 'rate', run: 1, update: 3, is: 0.03 * 0.95 ** 2 },
    { kind: 'ends', run: 1, as: 'stalled' },
    { kind: 'misses', run: 1, by: 2 },
    { kind: 'arrives', run: 2, within: 0.001 },
    { kind: 'misses', run: 3, by: 1 },
    // Past the edge at 2/25 the loss bounces.
    {
      kind: 'instead',
      changes: { runs: [{ optimizer: 'gd', hyper: { lr: 0.081 } }] },
      claim: { kind: 'flips', run: 0, parameter: 1, from: 300, to: 300 },
    },
  ],
};
