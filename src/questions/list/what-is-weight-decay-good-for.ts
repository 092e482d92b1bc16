import type { Question } from '../types';

export const whatIsWeightDecayGoodFor: Question = {
  id: 'what-is-weight-decay-good-for',
  topic: 'regularization',
  question: { en: 'What is weight decay good for?', zh: '权重衰减（weight decay）是做什么用的？' },
  wordings: {
    en: [
      'why use weight decay, purpose of weight_decay, regularization against overfitting',
      'weights get small, shrink the weights towards zero, penalty on large weights',
    ],
    zh: ['weight decay 的作用、正则化、防止过拟合', '为什么要把权重往零拉、权重变小', '惩罚大的权重'],
  },
  answer: {
    en: 'It pulls every weight towards 0 at each update, so that no weight gets large for the sake of a few samples, and the model follows the noise in its training samples less. In the example (ten points, degree 9) the validation loss ends at more than ten times the training loss without it; a decay of 0.1 makes that about four times, and the validation loss itself a third lower. The price is a larger training loss. At 1 both losses are higher than without.',
    zh: '它在每次更新时把每个权重往 0 拉一点，权重就不会为了少数样本变得很大，模型也就较少去拟合训练样本里的噪声。示例中（十个点、九次多项式），不用权重衰减时，验证损失最后是训练损失的十倍以上；衰减取 0.1 时约为四倍，而且验证损失本身也低了三分之一。代价是训练损失变大。取得太大，例如 1，两种损失都比不用时更高。',
  },
  experiment: {
    version: 1,
    problem: { id: 'polynomial-regression', data: { degree: 9 } },
    epochs: 4000,
    runs: [
      { optimizer: 'adam', hyper: { lr: 0.05 } },
      { optimizer: 'adamw', hyper: { lr: 0.05, weightDecay: 0.1 } },
      { optimizer: 'adamw', hyper: { lr: 0.05, weightDecay: 1 } },
    ],
  },
  screen: { tab: 'data', view: { kind: 'principal' } },
  lesson: 'overfitting',
  claims: [
    // The validation loss is the training loss times the gap: above 0.137, below 0.088, above 0.2.
    { kind: 'loss', run: 0, from: 0.0098, to: 0.0106 },
    { kind: 'gap', run: 0, from: 14, to: 15.5 },
    { kind: 'loss', run: 1, from: 0.02, to: 0.0215 },
    { kind: 'gap', run: 1, from: 3.6, to: 4.1 },
    { kind: 'loss', run: 2, from: 0.08, to: 0.087 },
    { kind: 'gap', run: 2, from: 2.5, to: 2.8 },
  ],
};
