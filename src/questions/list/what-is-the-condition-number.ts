import type { Question } from '../types';

export const whatIsTheConditionNumber: Question = {
  id: 'what-is-the-condition-number',
  topic: 'surface',
  question: { en: 'What is the condition number?', zh: '什么是条件数？' },
  wordings: {
    en: [
      'ill-conditioned problem, conditioning, ratio of eigenvalues, kappa',
      'why is gradient descent slow in a narrow valley',
    ],
    zh: ['病态问题、最大特征值与最小特征值之比、κ', '狭长山谷里梯度下降为什么慢'],
  },
  answer: {
    en: 'The largest curvature at a minimum over the smallest: in the example 100/1. It is called κ (kappa). The steep direction limits the rate, the flat one then needs many steps: at the best constant rate, 2/(1 + 100), each update shrinks the distance by (κ − 1)/(κ + 1) = 0.98 only, so that it is still a third after 55. With κ = 1 the same bowl takes one step, at a rate of 1.',
    zh: '极小值点处最大曲率与最小曲率之比，记作 κ：示例中是 100/1。陡的方向限制学习率，平缓的方向因此要走很多步：取最佳恒定学习率 2/(1 + 100)，每次更新只把距离乘以 (κ − 1)/(κ + 1) = 0.98，55 次之后还剩三分之一。κ = 1 时，同样的碗取学习率 1，一步就到。',
  },
  experiment: {
    version: 1,
    problem: { id: 'quadratic', constants: { kappa: 100 } },
    steps: 55,
    runs: [{ optimizer: 'gd', hyper: { lr: 2 / 101 } }],
  },
  screen: { units: 'equal', tab: 'curvature' },
  lesson: 'a-long-valley',
  claims: [
    { kind: 'curved', at: [0, 0], by: [100, 1] },
    { kind: 'passes', run: 0, row: 1, at: [(-4 * 99) / 101, (-2 * 99) / 101], within: 1e-4 },
    { kind: 'arrives', run: 0, at: [-4 / 3, -2 / 3], within: 0.01 },
    {
      kind: 'instead',
      changes: { problem: { constants: { kappa: 1 } }, runs: [{ optimizer: 'gd', hyper: { lr: 1 } }] },
      claim: { kind: 'passes', run: 0, row: 1, at: [0, 0], within: 1e-6 },
    },
  ],
};
