import type { Question } from '../types';

export const unequalMicroBatches: Question = {
  id: 'unequal-micro-batches',
  topic: 'batches',
  question: { en: 'What if the micro-batches are unequal?', zh: '微批量大小不一样怎么办？' },
  wordings: {
    en: [
      'last batch is smaller, incomplete last batch, drop_last, gradient accumulation at the end of an epoch',
      'uneven batches, accumulation with different sizes',
    ],
    zh: ['最后一批不满、尾批、drop_last', '累积步数除不尽'],
  },
  answer: {
    en: 'Then dividing by the number of accumulation steps no longer gives the mean over the samples. Of 50 samples in groups of 4 × 10, the last group of an epoch has 10 samples and is still divided by 4: its step is a quarter as long, and the run leaves that with batches of 40. Divided by what is really in the group, it is the same again.',
    zh: '这时除以累积步数就不再是对样本求平均。50 个样本按 4 × 10 分组，每轮最后一组只有 10 个样本，却仍除以 4：这一步只有四分之一长，轨迹与批量 40 的分开。按组内实际的样本数去除，二者又重合。',
  },
  experiment: {
    version: 1,
    problem: { id: 'linear-regression', data: { samples: 50 } },
    epochs: 2,
    runs: [
      { optimizer: 'sgd', hyper: { lr: 0.2 }, batch: { size: 40 } },
      { optimizer: 'sgd', hyper: { lr: 0.2 }, batch: { size: 10, accumulate: 4 } },
      { optimizer: 'sgd', hyper: { lr: 0.2 }, batch: { size: 10, accumulate: 4, tail: 'exact' } },
    ],
  },
  screen: { lossAxis: 'samples', lossScale: 'linear' },
  lesson: 'incomplete-group',
  claims: [
    { kind: 'together', runs: [0, 2], within: 1e-4 },
    { kind: 'together', runs: [0, 1], until: 1, within: 1e-4 },
    { kind: 'apart', runs: [0, 1], at: 2, by: 0.3 },
    // A quarter of the way from (0.791211, -0.681439, 0.863343) to (0.921010, -1.10449, 1.65281).
    { kind: 'passes', run: 1, row: 2, at: [0.823661, -0.787201, 1.06071], within: 1e-3 },
  ],
};
