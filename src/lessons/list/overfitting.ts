import type { Lesson } from '../types';

/** Bishop 2006, section 1.1. */
export const overfitting: Lesson = {
  id: 'overfitting',
  chapter: 'regularization',
  title: { en: 'A polynomial that follows the noise', zh: '追随噪声的多项式' },
  about: {
    en: 'Ten points to learn from, ten kept back, degree 9. Without a penalty the training loss keeps falling while the loss on what was kept back (dashed) turns and rises. With L2 = 0.01 the coefficients stay small, the fit is worse on the ten and better on the others.',
    zh: '十个点用于训练，十个留作验证，多项式为 9 次。没有惩罚项时，训练损失不断下降，验证损失（虚线）却先降后升。加上 L2 = 0.01，系数保持较小：训练点上拟合得差一些，留出的点上更好。',
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
  claims: [
    { kind: 'lower', run: 0, than: 1, times: 2 },
    { kind: 'lower', run: 1, than: 0, of: 'validation' },
    { kind: 'smaller', run: 1, than: 0, times: 10 },
    { kind: 'rises', run: 0, times: 1.3 },
  ],
};
