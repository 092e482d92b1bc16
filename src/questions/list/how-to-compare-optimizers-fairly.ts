import type { Question } from '../types';

export const howToCompareOptimizersFairly: Question = {
  id: 'how-to-compare-optimizers-fairly',
  topic: 'adaptive',
  question: { en: 'How do I compare optimizers fairly?', zh: '怎样公平地比较优化器？' },
  wordings: {
    en: [
      'fair comparison, same learning rate for all, benchmark optimizers, tune each one, hyperparameter tuning budget',
      'best learning rate for each optimizer, sensitivity to the learning rate',
    ],
    zh: ['公平比较、相同学习率、优化器对比、分别调参、调参预算', '每个优化器的最佳学习率、对学习率的敏感程度'],
  },
  answer: {
    en: 'Not at the same rate: a rate means something else for each rule. At 0.001 SGD with momentum ends at a loss of 0.137 and Adam at 5.92; at 0.01 SGD diverges, and Adam ends at 5.52. Give each its own best rate, found with the same effort: Tune, above the runs, tries them all at the same rates, with the same start and the same number of updates.',
    zh: '不要用同一个学习率：同一个学习率对不同的规则含义不同。取 0.001 时，带动量的 SGD 最后的损失是 0.137，Adam 是 5.92；取 0.01 时，SGD 发散，Adam 是 5.52。应当花同样的力气为每个优化器找到各自的最佳学习率：轨迹列表上方的“调优”会让它们从相同的起点出发，用相同的更新次数，试遍同一组学习率。',
  },
  experiment: {
    version: 1,
    problem: { id: 'rosenbrock' },
    start: [-1.5, 2],
    steps: 200,
    runs: [
      { optimizer: 'sgd', hyper: { lr: 0.001, momentum: 0.9 } },
      { optimizer: 'adam', hyper: { lr: 0.001 } },
    ],
  },
  screen: { tab: 'tune' },
  claims: [
    { kind: 'loss', run: 0, from: 0.1365, to: 0.1375 },
    { kind: 'loss', run: 1, from: 5.915, to: 5.925 },
    {
      kind: 'instead',
      changes: {
        runs: [
          { optimizer: 'sgd', hyper: { lr: 0.01, momentum: 0.9 } },
          { optimizer: 'adam', hyper: { lr: 0.01 } },
        ],
      },
      claim: { kind: 'ends', run: 0, as: 'diverged', by: 20 },
    },
    {
      kind: 'instead',
      changes: {
        runs: [
          { optimizer: 'sgd', hyper: { lr: 0.01, momentum: 0.9 } },
          { optimizer: 'adam', hyper: { lr: 0.01 } },
        ],
      },
      claim: { kind: 'loss', run: 1, from: 5.515, to: 5.525 },
    },
  ],
};
