import type { Question } from '../types';

export const isWeightDecayLambda: Question = {
  id: 'is-weight-decay-lambda',
  topic: 'regularization',
  question: { en: 'Is weight_decay the λ of L2?', zh: 'weight_decay 就是 L2 正则的 λ 吗？' },
  wordings: {
    en: ['weight decay vs L2 regularization, lambda/2 factor of two', 'pytorch weight_decay meaning, ridge'],
    zh: ['权重衰减与 L2 正则化的关系、二分之一系数', 'weight_decay 参数的含义、岭回归'],
  },
  answer: {
    en: 'In torch’s SGD it is the λ of the penalty ½λ‖θ‖², where θ is all parameters: it adds λθ to the gradient. On ½(x − 3)² with 0.5 the run ends at 3/1.5 = 2, as with an L2 penalty of 0.5 or, without momentum, with a decoupled decay of 0.5, which shrinks the parameters directly. If your book has λ‖θ‖² without the half, its λ = 0.5 is a weight_decay of 1 and ends at 1.5.',
    zh: '在 torch 的 SGD 中，它就是 L2 正则化的 λ，即加在损失上的惩罚项 ½λ‖θ‖² 中的系数（θ 是全部参数）：它在梯度上加 λθ。对 ½(x − 3)² 取 0.5，轨迹停在 3/1.5 = 2，与系数 0.5 的 L2 惩罚项相同；不带动量时，与 0.5 的解耦衰减（不经过梯度、直接缩小参数）也相同。如果你的书上写的是没有二分之一的 λ‖θ‖²，那么 λ = 0.5 相当于 weight_decay = 1，停在 1.5。',
  },
  experiment: {
    version: 1,
    problem: { loss: '0.5*(x - 3)^2', parameters: ['x'] },
    start: [-1],
    steps: 60,
    runs: [
      { optimizer: 'sgd', hyper: { lr: 0.2, weightDecay: 0.5 } },
      { optimizer: 'gd', hyper: { lr: 0.2 }, modifiers: { l2: 0.5 } },
      { optimizer: 'gd', hyper: { lr: 0.2 }, modifiers: { decay: 0.5 } },
      { optimizer: 'sgd', hyper: { lr: 0.2, weightDecay: 1 } },
    ],
  },
  screen: { lossScale: 'linear' },
  lesson: 'decay-of-sgd',
  claims: [
    { kind: 'together', runs: [0, 1], within: 1e-5 },
    { kind: 'together', runs: [0, 2], within: 1e-5 },
    { kind: 'arrives', run: 0, at: [2], within: 1e-4 },
    { kind: 'arrives', run: 3, at: [1.5], within: 1e-4 },
    {
      kind: 'instead',
      changes: {
        problem: { loss: '0.5*(x - 3)^2 + 0.5*x^2' },
        runs: [{ optimizer: 'gd', hyper: { lr: 0.2 } }],
      },
      claim: { kind: 'arrives', run: 0, at: [1.5], within: 1e-4 },
    },
  ],
};
