import type { Question } from '../types';

export const howShouldTheRateChangeWithTheBatch: Question = {
  id: 'how-should-the-rate-change-with-the-batch',
  topic: 'rate',
  question: { en: 'How should the learning rate change with the batch size?', zh: '批量变大，学习率要怎么改？' },
  wordings: {
    en: [
      'linear scaling rule, scale lr with batch size',
      'bigger batch larger learning rate, multiply learning rate when increasing batch',
      'square root scaling',
    ],
    zh: ['线性缩放规则', 'batch size 和学习率的关系', '批大小翻倍学习率翻倍'],
  },
  answer: {
    en: 'In proportion, at first: four times the batch makes a quarter of the updates per epoch, and four times the rate makes up for it. In the example batches of 40 at 0.08 end within 5% of the loss of batches of 10 at 0.02; at 0.02 their loss is more than 20 times that. It cannot go on: the whole set of 400 would ask for 0.8, which still works, but 2.4 is past the stability edge, which no batch size moves.',
    zh: '起初按比例：批量为四倍时，每轮的更新次数只有四分之一，四倍的学习率恰好补上。示例中，批量 40、学习率 0.08 的最终损失与批量 10、学习率 0.02 的相差不到 5%；若仍用 0.02，损失约为前者的 20 多倍。但不能一直放大：全部 400 个样本对应 0.8，还行得通；2.4 则越过了稳定性边界，而批量再大也不会移动这个边界。',
  },
  experiment: {
    version: 1,
    problem: { id: 'linear-regression', data: { samples: 400, noise: 0.5 } },
    epochs: 4,
    runs: [
      { optimizer: 'sgd', hyper: { lr: 0.02 }, batch: { size: 10 } },
      { optimizer: 'sgd', hyper: { lr: 0.02 }, batch: { size: 40 } },
      { optimizer: 'sgd', hyper: { lr: 0.08 }, batch: { size: 40 } },
      { optimizer: 'sgd', hyper: { lr: 0.8 }, batch: { size: 'all' } },
      { optimizer: 'sgd', hyper: { lr: 2.4 }, batch: { size: 'all' } },
    ],
  },
  screen: { lossAxis: 'epoch' },
  lesson: 'batch-sizes',
  claims: [
    { kind: 'updates', run: 0, count: 160 },
    { kind: 'updates', run: 1, count: 40 },
    { kind: 'loss', run: 0, from: 0.1645, to: 0.165 },
    { kind: 'loss', run: 2, from: 0.1583, to: 0.159 },
    { kind: 'lower', run: 0, than: 1, times: 20 },
    { kind: 'lower', run: 3, than: 2 },
    { kind: 'ends', run: 4, as: 'left' },
  ],
};
