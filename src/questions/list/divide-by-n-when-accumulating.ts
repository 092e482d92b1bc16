import type { Question } from '../types';

export const divideByNWhenAccumulating: Question = {
  id: 'divide-by-n-when-accumulating',
  topic: 'batches',
  question: { en: 'Do I divide by N when accumulating gradients?', zh: '梯度累积时要除以 N 吗？' },
  wordings: {
    en: [
      'gradient accumulation, accumulation steps, loss / accumulation_steps',
      'average or sum gradients over micro-batches',
    ],
    zh: ['累积梯度、loss 要不要除以累积步数', '微批量的梯度求和还是平均'],
  },
  answer: {
    en: 'Yes, if it is to be the same as one large batch: four micro-batches of 10, each divided by 4, make exactly the updates of one batch of 40. Undivided they add up to steps four times as long: the same path again at a quarter of the rate, and at 0.6 they leave, past the stability edge.',
    zh: '要与一个大批量等价，就要除：四个大小为 10 的微批量各除以 4，与一个大小为 40 的批量更新完全相同。不除，步子就是四倍长：学习率取四分之一，轨迹又重合；取 0.6 则越过稳定性边界而飞出。',
  },
  experiment: {
    version: 1,
    problem: { id: 'linear-regression', data: { samples: 240 } },
    epochs: 3,
    runs: [
      { optimizer: 'sgd', hyper: { lr: 0.2 }, batch: { size: 40 } },
      { optimizer: 'sgd', hyper: { lr: 0.2 }, batch: { size: 10, accumulate: 4 } },
      { optimizer: 'sgd', hyper: { lr: 0.05 }, batch: { size: 10, accumulate: 4, reduce: 'sum' } },
      { optimizer: 'sgd', hyper: { lr: 0.6 }, batch: { size: 10, accumulate: 4, reduce: 'sum' } },
    ],
  },
  screen: { lossAxis: 'samples' },
  lesson: 'accumulation',
  claims: [
    { kind: 'together', runs: [0, 1], within: 1e-4 },
    { kind: 'together', runs: [0, 2], within: 1e-4 },
    { kind: 'ends', run: 3, as: 'left' },
  ],
};
