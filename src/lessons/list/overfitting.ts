import type { Lesson } from '../types';

/** Bishop 2006, section 1.1. */
export const overfitting: Lesson = {
  id: 'overfitting',
  chapter: 'regularization',
  title: { en: 'A polynomial that follows the noise', zh: '追随噪声的多项式' },
  about: { en: 'Is a lower training loss a better fit?', zh: '训练损失越低，拟合就越好吗？' },
  minutes: 4,
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
  steps: [
    {
      kind: 'predict',
      question: {
        en: 'A polynomial of degree 9 learns from ten points; ten are held back. While the training loss of run 1 keeps falling, what does its loss on the held-back points (dashed) do?',
        zh: '用十个点训练 9 次多项式，另外十个留作验证。第 1 条的训练损失不断下降，它的验证损失（虚线）会怎样？',
      },
      answers: [
        { text: { en: 'It falls too, to the end', zh: '一直跟着下降' }, claim: { kind: 'rises', run: 0, below: 1.05 } },
        {
          text: { en: 'It falls, then stays level', zh: '先降，后持平' },
          claim: { kind: 'rises', run: 0, times: 1.05, below: 1.3 },
        },
        { text: { en: 'It falls, then rises', zh: '先降，后升' }, claim: { kind: 'rises', run: 0, times: 1.3 } },
      ],
      because: {
        en: 'With ten coefficients the curve can bend to the noise of ten points, and between them it swings. The penalty of run 2 keeps the coefficients small: worse on the ten it learns from, better on the others.',
        zh: '十个系数足以让曲线迁就十个点的噪声，点与点之间就会大幅摆动。第 2 条的惩罚项使系数保持较小：训练点上差一些，验证点上更好。',
      },
    },
    {
      kind: 'do',
      task: {
        en: 'Change the L2 penalty of run 2 so that its loss on the held-back points ends below 0.09.',
        zh: '改变第 2 条的 L2 惩罚，使最后的验证损失小于 0.09。',
      },
      hint: { en: 'It is too strong at 0.01. Try 0.001.', zh: '0.01 太强了。试试 0.001。' },
      claims: [{ kind: 'loss', run: 1, of: 'validation', to: 0.09 }],
      solution: { runs: { 1: { modifiers: { l2: 0.001 } } } },
    },
    {
      kind: 'why',
      text: {
        en: 'A penalty ½ λ‖θ‖², where θ holds all coefficients, adds λθ to the gradient: every coefficient is pulled towards 0 unless the data pull harder. Too little follows the noise, too much forgets the curve; only held-back points can tell.',
        zh: '设 θ 为全部系数，惩罚 ½ λ‖θ‖² 在梯度中加上 λθ：除非数据拉得更用力，每个系数都被拉向 0。太弱就追随噪声，太强就丢掉曲线本身；只有验证集能分辨。',
      },
    },
  ],
  claims: [
    { kind: 'lower', run: 0, than: 1, times: 2 },
    { kind: 'lower', run: 1, than: 0, of: 'validation' },
    { kind: 'smaller', run: 1, than: 0, times: 10 },
  ],
};
