import type { Question } from '../types';

export const doesASmallerRateFindABetterMinimum: Question = {
  id: 'does-a-smaller-rate-find-a-better-minimum',
  topic: 'rate',
  question: {
    en: 'Does a smaller learning rate always reach a better minimum?',
    zh: '学习率越小，最后的结果就越好吗？',
  },
  wordings: {
    en: [
      'is a lower learning rate always better, smaller lr better',
      'large learning rate escapes sharp minima, flat minima',
      'tiny learning rate',
    ],
    zh: ['小学习率一定更好吗', '学习率取小一点更保险吗', '大学习率跳出尖锐极小值、平坦极小值'],
  },
  answer: {
    en: 'No. A small rate settles in the first dip that it meets, however sharp: in the example 0.02 ends at 2.97 with a loss of 0.39. For 0.5 and for 1 that dip is too sharp to settle in, they jump over or out of it and arrive at 0, where the loss is 0.',
    zh: '不一定。较小的学习率会停在遇到的第一个坑里，不管它多尖：示例中 0.02 停在 2.97，损失 0.39。对 0.5 和 1 来说，那个坑太尖，停不住；它们越过或跳出这个坑，到达 0，损失为 0。',
  },
  experiment: {
    version: 1,
    problem: { loss: '0.1*x^2 - 0.5*exp(-20*(x - 3)^2)', parameters: ['x'] },
    start: [4],
    steps: 100,
    runs: [
      { optimizer: 'gd', hyper: { lr: 0.02 } },
      { optimizer: 'gd', hyper: { lr: 0.5 } },
      { optimizer: 'gd', hyper: { lr: 1 } },
    ],
  },
  screen: { lossScale: 'linear' },
  lesson: 'past-the-edge',
  claims: [
    { kind: 'arrives', run: 0, at: [2.96975], within: 0.001 },
    { kind: 'loss', run: 0, from: 0.385, to: 0.395 },
    { kind: 'curved', at: [2.96975], by: [19.1185] },
    { kind: 'arrives', run: 1, at: [0], within: 0.001 },
    { kind: 'arrives', run: 2, at: [0], within: 0.001 },
  ],
};
