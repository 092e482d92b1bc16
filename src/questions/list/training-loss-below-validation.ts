import type { Question } from '../types';

export const trainingLossBelowValidation: Question = {
  id: 'training-loss-below-validation',
  topic: 'regularization',
  question: { en: 'Why is the training loss below the validation loss?', zh: '训练损失为什么比验证损失低？' },
  wordings: {
    en: [
      'overfitting, validation loss higher than training loss, generalization gap',
      'validation loss rises while training loss falls, early stopping',
      'is my learning rate too big because validation gets worse',
    ],
    zh: ['过拟合、泛化差距', '训练损失下降验证损失上升、早停', '验证集 loss 更高'],
  },
  answer: {
    en: 'This is overfitting: the parameters were fitted to the training samples, noise included; the others never took part. In the example (ten points, degree 9) the validation loss (dashed) ends at more than ten times the training loss, nearly twice its own lowest value at epoch 452. The learning rate is not the cause: a tenth of it only puts the lowest point off, to epoch 2,879. A penalty of 0.01 closes most of the gap; so does stopping at the lowest point.',
    zh: '这就是过拟合：参数是按训练样本拟合的，连噪声也一起拟合了；验证样本从未参与。示例中（十个点、九次多项式），最后验证损失（虚线）是训练损失的十倍以上，也接近它自己在第 452 轮最低值的两倍。原因不在学习率：学习率减为十分之一，最低点只是推迟到第 2879 轮。0.01 的惩罚能消除大部分差距；在最低点停下（早停）也可以。',
  },
  experiment: {
    version: 1,
    problem: { id: 'polynomial-regression', data: { degree: 9 } },
    epochs: 4000,
    runs: [
      { optimizer: 'adam', hyper: { lr: 0.05 } },
      { optimizer: 'adam', hyper: { lr: 0.05 }, modifiers: { l2: 0.01 } },
    ],
  },
  screen: { tab: 'data', view: { kind: 'principal' } },
  lesson: 'overfitting',
  claims: [
    { kind: 'gap', run: 0, from: 10, to: 20 },
    { kind: 'rises', run: 0, times: 1.8 },
    { kind: 'lowestAt', run: 0, from: 440, to: 465 },
    { kind: 'gap', run: 1, from: 1, to: 3 },
    {
      kind: 'instead',
      changes: { runs: [{ optimizer: 'adam', hyper: { lr: 0.005 } }] },
      claim: { kind: 'lowestAt', run: 0, from: 2860, to: 2900 },
    },
    {
      kind: 'instead',
      changes: { epochs: 452 },
      claim: { kind: 'gap', run: 0, from: 1, to: 4 },
    },
  ],
};
