import type { Question } from '../types';

export const fullBatchOrMiniBatch: Question = {
  id: 'full-batch-or-mini-batch',
  topic: 'batches',
  question: { en: 'How large should a batch be: full or mini?', zh: '批量大小怎么选：全部还是小批量？' },
  wordings: {
    en: [
      'batch gradient descent vs stochastic gradient descent vs mini-batch',
      'why not use all data at once, best batch size',
      'how large should a batch be, is a larger batch better',
      'how many samples at once, per update',
    ],
    zh: [
      '批量梯度下降、随机梯度下降、小批量梯度下降',
      '为什么不一次用全部数据',
      'batch size 取多大、批量大小设多少',
      '批量是不是越大越好、显存',
      '一次取多少个样本',
    ],
  },
  answer: {
    en: 'Mini-batches get farther per sample read: three epochs over 1,000 samples are 3 updates with the full batch, 30 with batches of 100, 300 with batches of 10. In the example, all at a rate of 0.2, the full batch has hardly begun, while both others have arrived. So take a small one, such as 32, and enlarge it if the noise hurts, or for as long as your machine takes no longer over an update. Without noise, the full batch’s loss falls at every update.',
    zh: '读同样多的样本，小批量走得更远：1000 个样本训练三轮，全批量更新 3 次，批量 100 更新 30 次，批量 10 更新 300 次。示例中学习率同为 0.2，全批量才刚起步，另外两个都已到达。因此先取小一些，例如 32；噪声太大时再加大，或者加大到每次更新的耗时开始变长为止。全批量没有噪声，损失每次更新都下降。',
  },
  experiment: {
    version: 1,
    problem: { id: 'linear-regression' },
    epochs: 3,
    runs: [
      { optimizer: 'sgd', hyper: { lr: 0.2 }, batch: { size: 'all' } },
      { optimizer: 'sgd', hyper: { lr: 0.2 }, batch: { size: 100 } },
      { optimizer: 'sgd', hyper: { lr: 0.2 }, batch: { size: 10 } },
    ],
  },
  screen: { lossAxis: 'epoch' },
  lesson: 'batch-sizes',
  claims: [
    { kind: 'updates', run: 0, count: 3 },
    { kind: 'updates', run: 1, count: 30 },
    { kind: 'updates', run: 2, count: 300 },
    { kind: 'misses', run: 0, by: 2 },
    { kind: 'falls', run: 0 },
    { kind: 'rebounds', run: 2, times: 1.01 },
    { kind: 'arrives', run: 1, within: 0.02 },
    { kind: 'arrives', run: 2, within: 0.02 },
  ],
};
