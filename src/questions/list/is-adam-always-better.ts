import type { Question } from '../types';

export const isAdamAlwaysBetter: Question = {
  id: 'is-adam-always-better',
  topic: 'adaptive',
  question: { en: 'Is Adam always better than SGD?', zh: 'Adam 一定比 SGD 好吗？' },
  wordings: {
    en: ['adam vs sgd, which optimizer should I use, best optimizer', 'sgd with momentum beats adam', 'adam or sgd'],
    zh: ['Adam 和 SGD 哪个好、选哪个优化器', '最好的优化器', 'Adam 比 SGD 差'],
  },
  answer: {
    en: 'No. Adam scales every parameter by its own gradients, which helps where the parameters differ in steepness and does nothing for a valley along the diagonal. In the example, which has one, SGD with momentum ends lower than Adam at each of three learning rates, 0.1, 0.3 and 1. With features of unequal scale it is the other way round.',
    zh: '不一定。Adam 按每个参数自己的梯度缩放步长，参数陡峭程度不同时有帮助，对沿对角线的山谷却无能为力。示例就是这样的山谷：Adam 的学习率取 0.1、0.3 或 1，最后的损失都高于带动量的 SGD。特征尺度悬殊时则正好相反。',
  },
  experiment: {
    version: 1,
    problem: { id: 'matyas' },
    steps: 150,
    runs: [
      { optimizer: 'sgd', hyper: { lr: 0.5, momentum: 0.5 } },
      { optimizer: 'adam', hyper: { lr: 0.1 } },
      { optimizer: 'adam', hyper: { lr: 0.3 } },
      { optimizer: 'adam', hyper: { lr: 1 } },
    ],
  },
  screen: { units: 'equal' },
  lesson: 'adam-against-sgd',
  claims: [
    { kind: 'lower', run: 0, than: 1, times: 2 },
    { kind: 'lower', run: 0, than: 2, times: 2 },
    { kind: 'lower', run: 0, than: 3, times: 2 },
    {
      kind: 'instead',
      changes: {
        problem: { id: 'linear-regression', data: { scale: 100, samples: 100 } },
        steps: undefined,
        epochs: 200,
        runs: [
          { optimizer: 'sgd', hyper: { lr: 0.0002 } },
          { optimizer: 'adam', hyper: { lr: 0.1 } },
        ],
      },
      claim: { kind: 'lower', run: 1, than: 0, times: 100 },
    },
  ],
};
