import type { Question } from '../types';

export const whyDoesTrainingStall: Question = {
  id: 'why-does-training-stall',
  topic: 'trouble',
  question: { en: 'Why does training stall?', zh: '训练为什么停滞不前？' },
  wordings: {
    en: [
      'training stops improving, gets stuck, no progress after a while',
      'loss stagnates, stopped decreasing too early',
    ],
    zh: ['训练卡住、不再进步', '损失降到一半就不降了', '学习率衰减太快'],
  },
  answer: {
    en: 'Often because the learning rate has decayed too soon: the rates 0.03, 0.03 × 0.95, 0.03 × 0.95² … add up to 0.6 only, so the run cannot get far, however long it is. In the example it stands still more than 2 away from the minimum; the same rate held constant arrives. Adagrad slows down for a similar reason: what it divides by only grows.',
    zh: '常常是因为学习率衰减得太早：0.03、0.03 × 0.95、0.03 × 0.95²……加起来只有 0.6，所以无论训练多久都走不远。示例中它停在离极小值点 2 以上的地方；保持同样的学习率不变则能到达。Adagrad 变慢的原因类似：它的分母只增不减。',
  },
  experiment: {
    version: 1,
    problem: { id: 'quadratic', constants: { kappa: 25 } },
    steps: 300,
    runs: [
      { optimizer: 'gd', hyper: { lr: 0.03 }, schedule: { kind: 'exponential', gamma: 0.95 } },
      { optimizer: 'gd', hyper: { lr: 0.03 } },
      { optimizer: 'adagrad', hyper: { lr: 0.1 } },
    ],
  },
  screen: { plot: { quantity: 'update' } },
  lesson: 'steps-that-die',
  claims: [
    { kind: 'rate', run: 0, update: 1, is: 0.03 },
    { kind: 'rate', run: 0, update: 3, is: 0.03 * 0.95 ** 2 },
    { kind: 'ends', run: 0, as: 'stalled' },
    { kind: 'misses', run: 0, by: 2 },
    { kind: 'arrives', run: 1, within: 0.001 },
    { kind: 'misses', run: 2, by: 1 },
  ],
};
