import type { Question } from '../types';

export const epochBatchIteration: Question = {
  id: 'epoch-batch-iteration',
  topic: 'batches',
  question: { en: 'Epoch, batch, iteration: what is what?', zh: 'epoch、batch、iteration 有什么区别？' },
  wordings: {
    en: ['difference between epoch and iteration and step', 'how many updates per epoch, number of iterations'],
    zh: ['轮、批量、迭代次数的区别', '一个 epoch 有多少次更新', '训练轮数和步数'],
  },
  answer: {
    en: 'An epoch is one pass over all training samples, a batch the samples that one update uses, an iteration one update. Three epochs over 100 samples are 300 iterations with batches of 1, 30 with batches of 10, and 3 with all samples at once. At one rate more updates get farther: the run with 3 is still far away.',
    zh: '一个 epoch（轮）是把全部训练样本过一遍，batch（批量）是一次更新所用的样本，iteration（迭代）是一次更新。100 个样本训练三轮：批量为 1 时迭代 300 次，批量为 10 时 30 次，一次用全部样本时只有 3 次。学习率相同时，更新次数多的走得更远：只更新 3 次的还差得远。',
  },
  experiment: {
    version: 1,
    problem: { id: 'linear-regression', data: { samples: 100 } },
    epochs: 3,
    runs: [
      { optimizer: 'sgd', hyper: { lr: 0.1 }, batch: { size: 1 } },
      { optimizer: 'sgd', hyper: { lr: 0.1 }, batch: { size: 10 } },
      { optimizer: 'sgd', hyper: { lr: 0.1 }, batch: { size: 'all' } },
    ],
  },
  screen: { lossAxis: 'epoch' },
  lesson: 'batch-sizes',
  claims: [
    { kind: 'updates', run: 0, count: 300 },
    { kind: 'updates', run: 1, count: 30 },
    { kind: 'updates', run: 2, count: 3 },
    { kind: 'lower', run: 0, than: 1, times: 10 },
    { kind: 'lower', run: 1, than: 2, times: 10 },
    { kind: 'misses', run: 2, by: 3 },
  ],
};
