import type { Lesson } from '../types';

const sgd = (lr: number, batch: object) => ({ optimizer: 'sgd', hyper: { lr }, batch });
const regression = (samples: number) => ({ id: 'linear-regression', data: { samples } });

export const accumulation: Lesson = {
  id: 'accumulation',
  chapter: 'batches',
  title: { en: 'Accumulating gradients', zh: '梯度累积' },
  about: {
    en: 'Four micro-batches of 10, averaged, make the same update as one batch of 40: the two paths are one. Added up instead, each step is four times as long: at 0.2 that is faster, at 0.6 it is past the edge, which is at 2/k of the usual.',
    zh: '四个大小为 10 的微批量取平均，与一个大小为 40 的批量给出同样的更新：两条轨迹重合。若改为求和，每步是原来的四倍长：学习率 0.2 时更快，0.6 时已越过稳定边界，因为边界变为通常的 1/k。',
  },
  experiment: {
    version: 1,
    problem: regression(240),
    epochs: 3,
    runs: [
      sgd(0.2, { size: 40 }),
      sgd(0.2, { size: 10, accumulate: 4 }),
      sgd(0.2, { size: 10, accumulate: 4, reduce: 'sum' }),
      sgd(0.6, { size: 10, accumulate: 4, reduce: 'sum' }),
    ],
  },
  screen: { lossAxis: 'samples' },
  claims: [
    { kind: 'together', runs: [0, 1], within: 1e-4 },
    { kind: 'lower', run: 2, than: 1, times: 10 },
    { kind: 'ends', run: 3, as: 'left' },
  ],
};

/** The usual loop divides every micro-batch's loss by the number of accumulation steps, the last group's too. */
export const incompleteGroup: Lesson = {
  id: 'incomplete-group',
  chapter: 'batches',
  title: { en: 'The last, incomplete group', zh: '不足一组的尾批' },
  about: {
    en: '50 samples, groups of 4 × 10: the last group of every epoch has one micro-batch, and the usual loop still divides it by 4. Its step is a quarter of what its samples deserve. Divided correctly the run is the one with batches of 40.',
    zh: '50 个样本，每组 4 × 10：每轮的最后一组只有一个微批量，而通常的训练循环仍除以 4，这一步只有应有长度的四分之一。正确相除时，轨迹与批量为 40 的那条重合。',
  },
  experiment: {
    version: 1,
    problem: regression(50),
    epochs: 2,
    runs: [
      sgd(0.2, { size: 40 }),
      sgd(0.2, { size: 10, accumulate: 4 }),
      sgd(0.2, { size: 10, accumulate: 4, tail: 'exact' }),
    ],
  },
  screen: { lossAxis: 'samples', lossScale: 'linear' },
  claims: [
    { kind: 'together', runs: [0, 2], within: 1e-4 },
    { kind: 'together', runs: [0, 1], until: 1, within: 1e-4 },
    { kind: 'apart', runs: [0, 1], by: 0.3 },
  ],
};
