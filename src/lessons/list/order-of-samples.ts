import type { Lesson } from '../types';

const run = (sampling: string) => ({ optimizer: 'sgd', hyper: { lr: 0.05 }, batch: { size: 1, sampling } });

export const orderOfSamples: Lesson = {
  id: 'order-of-samples',
  chapter: 'batches',
  title: { en: 'In which order?', zh: '按什么顺序？' },
  about: {
    en: 'One sample at a time, in four orders: shuffled every epoch, shuffled once, as they come, drawn with replacement. All come near the true weights and none stays there: at a constant rate every sample pulls the parameters its own way.',
    zh: '每次一个样本，四种顺序：每轮打乱、只打乱一次、按原有顺序、有放回抽样。它们都接近真实权重，却都停不下来：学习率不变时，每个样本都把参数拉向自己的方向。',
  },
  experiment: {
    version: 1,
    problem: { id: 'linear-regression', data: { samples: 100, noise: 1 } },
    epochs: 20,
    runs: ['shuffle', 'once', 'none', 'replacement'].map(run),
  },
  screen: { lossAxis: 'epoch', lossScale: 'log' },
  claims: [0, 1, 2, 3].flatMap((index) => [
    { kind: 'arrives' as const, run: index, at: [2, -3.4, 4.2], within: 0.6 },
    { kind: 'misses' as const, run: index, at: [2, -3.4, 4.2], by: 0.02 },
  ]),
};
