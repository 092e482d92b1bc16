import type { Question } from '../types';

export const isNesterovInTorchDifferent: Question = {
  id: 'is-nesterov-in-torch-different',
  topic: 'libraries',
  question: { en: 'Is Nesterov in torch different from the paper?', zh: 'PyTorch 的 Nesterov 和论文里的不同吗？' },
  wordings: {
    en: [
      'nesterov=True, nesterov momentum formula, accelerated gradient',
      'look-ahead gradient, pytorch nesterov implementation',
    ],
    zh: ['Nesterov 加速梯度、NAG', 'nesterov=True 的实现', '先看一步再求梯度'],
  },
  answer: {
    en: 'It is the same method seen from another point. The paper keeps x and takes the gradient at the look-ahead x + μ(x − x₋₁); torch keeps the look-ahead itself as its parameters, so each of its points lies 0.9 of the last step ahead of the paper’s. The look-ahead velocity of Sutskever is the paper’s path exactly.',
    zh: '是同一种方法，只是看的点不同。论文保存 x，在前瞻点 x + μ(x − x₋₁) 处取梯度；torch 直接把前瞻点当作参数，所以它的每个点都比论文的点再往前 0.9 个上一步。Sutskever 的前瞻速度写法与论文的轨迹完全相同。',
  },
  experiment: {
    version: 1,
    problem: { id: 'quadratic', constants: { kappa: 25 } },
    steps: 60,
    runs: [
      { optimizer: 'sgd', hyper: { lr: 0.02, momentum: 0.9, nesterov: true } },
      { optimizer: 'nesterov', hyper: { lr: 0.02, momentum: 0.9 } },
      { optimizer: 'momentum-sutskever', hyper: { lr: 0.02, momentum: 0.9, nesterov: true } },
    ],
  },
  screen: { step: 8 },
  lesson: 'nesterov-looks-ahead',
  claims: [
    { kind: 'leads', run: 0, of: 1, by: 0.9, within: 1e-4 },
    { kind: 'together', runs: [1, 2], within: 1e-4 },
    { kind: 'apart', runs: [0, 1], at: 5, by: 0.1 },
  ],
};
