import type { Question } from '../types';

export const isAdamAlwaysBetter: Question = {
  id: 'is-adam-always-better',
  topic: 'adaptive',
  question: { en: 'Is Adam always better than SGD?', zh: 'Adam 一定比 SGD 好吗？' },
  wordings: {
    en: [
      'adam vs sgd, which optimizer should I use, which to start with, best optimizer, which optimizer is best',
      'sgd with momentum beats adam',
      'adam or sgd',
    ],
    zh: ['Adam 和 SGD 哪个好、选哪个优化器、先用哪个', '最好的优化器', 'Adam 比 SGD 差'],
  },
  answer: {
    en: 'No. Adam scales every parameter by its own gradients, which helps where the parameters differ in steepness and does nothing for a valley along the diagonal. The example has such a valley: SGD with momentum, at a rate of 0.5, ends lower than Adam at 0.1, at 0.3 or at 1. With features of unequal scale it is the other way round. Start with Adam where you do not know the scales; before you say which is better, tune both.',
    zh: '不一定。Adam 按每个参数自己的梯度缩放步长，参数陡峭程度不同时有帮助，对沿对角线的山谷却无能为力。示例就是这样的山谷：带动量的 SGD 学习率取 0.5，最后的损失低于学习率为 0.1、0.3 或 1 的 Adam。特征尺度悬殊时则正好相反。不清楚各参数的尺度时，可以先用 Adam；要说哪个更好，先把两者都调好。',
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
