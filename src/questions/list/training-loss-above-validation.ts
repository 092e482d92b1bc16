import type { Question } from '../types';

export const trainingLossAboveValidation: Question = {
  id: 'training-loss-above-validation',
  topic: 'regularization',
  question: { en: 'Why is the training loss above the validation loss?', zh: '训练损失为什么比验证损失高？' },
  wordings: {
    en: ['validation loss lower than training loss, val loss smaller than train loss, validation better than training'],
    zh: ['验证损失比训练损失还低', '验证集表现比训练集好'],
  },
  answer: {
    en: 'Often because the two are taken at different times: a training loop reports the mean over the epoch, the validation loss comes after it. In the example that mean is, in the first epoch of 20 updates, ten times the training loss at its end. Taken at the same point, as on this page, the two end less than 2% apart; with another seed the validation loss is a quarter lower, its samples being easier. Dropout or a penalty in the training loss raises it too.',
    zh: '常常因为两者不是同时算的：训练循环报告的是整轮的平均，验证损失在一轮之后才算。示例中第一轮有 20 次更新，平均值是该轮结束时训练损失的十倍。若在同一点上比较（本页就是这样），最后相差不到 2%；换一个种子，验证损失会低四分之一，因为那些样本恰好更容易。训练损失里的 dropout 和惩罚项也会抬高它。',
  },
  experiment: {
    version: 1,
    problem: { id: 'linear-regression', data: { samples: 400, noise: 0.5, validation: 0.5 } },
    epochs: 3,
    runs: [{ optimizer: 'sgd', hyper: { lr: 0.1 }, batch: { size: 10 } }],
  },
  screen: { lossAxis: 'epoch' },
  lesson: 'dropout',
  claims: [
    { kind: 'updates', run: 0, count: 60 },
    { kind: 'meanAbove', run: 0, updates: 20, times: 10 },
    { kind: 'gap', run: 0, from: 1.005, to: 1.025 },
    { kind: 'instead', changes: { seed: 2 }, claim: { kind: 'gap', run: 0, from: 0.72, to: 0.77 } },
  ],
};
