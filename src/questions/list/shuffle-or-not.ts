import type { Question } from '../types';

/** The first half of the targets are 1, the second half -1; the best fit is 0. */
const sorted = {
  samples: undefined,
  noise: undefined,
  x: Array.from({ length: 40 }, (_, i) => [i % 2 === 0 ? 1 : -1]),
  y: Array.from({ length: 40 }, (_, i) => (i < 20 ? 1 : -1)),
};
const faster = ['shuffle', 'once', 'none', 'replacement'].map((sampling) => ({
  optimizer: 'sgd',
  hyper: { lr: 0.1 },
  batch: { size: 1, sampling },
}));

export const shuffleOrNot: Question = {
  id: 'shuffle-or-not',
  topic: 'batches',
  question: { en: 'Should I shuffle the data?', zh: '训练数据要不要打乱？' },
  wordings: {
    en: [
      'shuffle every epoch, shuffle=True, random order of samples',
      'sampling with or without replacement, sorted data',
    ],
    zh: ['每轮打乱、shuffle=True、样本顺序', '有放回还是无放回抽样', '数据按类别排好序'],
  },
  answer: {
    en: 'Yes: if the data come sorted, the samples at the end of each epoch all pull one way and the run ends far off. Where they come in no order, as in the example, it hardly matters whether they are shuffled every epoch, once, or never; what does matter is that each is visited once an epoch: with replacement the run scatters about twice as far.',
    zh: '要：如果数据是排好序的，每轮末尾的样本都往同一个方向拉，结果会偏得很远。像示例这样本来无序时，每轮打乱、只打乱一次还是不打乱，差别不大；重要的是每轮每个样本恰好用一次：有放回抽样时，抖动的幅度大约是两倍。',
  },
  experiment: {
    version: 1,
    problem: { id: 'linear-regression', data: { samples: 100, noise: 1 } },
    epochs: 40,
    runs: ['shuffle', 'once', 'none', 'replacement'].map((sampling) => ({
      optimizer: 'sgd',
      hyper: { lr: 0.01 },
      batch: { size: 1, sampling },
    })),
  },
  screen: { lossAxis: 'epoch' },
  lesson: 'order-of-samples',
  claims: [
    { kind: 'scatters', run: 0, than: 1, after: 2000, from: 0.7, to: 1.5 },
    { kind: 'scatters', run: 0, than: 2, after: 2000, from: 0.7, to: 1.5 },
    { kind: 'scatters', run: 3, than: 0, after: 2000, from: 1.7, to: 2.3 },
    ...[
      { kind: 'misses' as const, run: 2, at: [0, 0], by: 0.8 },
      { kind: 'arrives' as const, run: 0, at: [0, 0], within: 0.5 },
    ].map((claim) => ({
      kind: 'instead' as const,
      changes: { problem: { data: sorted }, epochs: 10, runs: faster },
      claim,
    })),
  ],
};
