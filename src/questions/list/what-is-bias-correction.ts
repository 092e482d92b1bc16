import type { Question } from '../types';

export const whatIsBiasCorrection: Question = {
  id: 'what-is-bias-correction',
  topic: 'adaptive',
  question: { en: 'What is bias correction in Adam?', zh: 'Adam 的偏差修正是什么？' },
  wordings: {
    en: ['m hat, v hat, 1 - beta^t, divide by 1 - beta1^t', 'why are the moments corrected, initialization bias'],
    zh: ['偏差校正、m̂ 和 v̂', '为什么要除以 1 − β^t', '矩估计的初始偏差'],
  },
  answer: {
    en: 'Adam’s averages of gradients, m, and of their squares, v, start at 0 and are too small at first; dividing by 1 − βᵗ undoes that exactly while the gradient is constant. With it, Adam’s first step is η = 0.1, from 10 to 9.9. Without it m is a tenth of the gradient but √v only a thirtieth, so the first step is 3.2 times as long and the early ones longer still.',
    zh: 'Adam 对梯度的平均 m 和对梯度平方的平均 v 都从 0 开始，起初偏小；除以 1 − βᵗ，在梯度不变时正好抵消。修正后，Adam 的第一步是 η = 0.1，从 10 到 9.9。不修正时，m 是梯度的十分之一，√v 却只有约三十分之一，第一步就是 3.2 倍，接下来还要更长。',
  },
  experiment: {
    version: 1,
    problem: { id: 'square' },
    start: [10],
    steps: 60,
    runs: [
      { optimizer: 'adam', hyper: { lr: 0.1 } },
      { optimizer: 'adam-uncorrected', hyper: { lr: 0.1 } },
    ],
  },
  screen: { lossScale: 'linear' },
  lesson: 'bias-correction',
  claims: [
    { kind: 'passes', run: 0, row: 1, at: [9.9], within: 1e-5 },
    { kind: 'passes', run: 1, row: 1, at: [10 - 0.1 * 3.1623], within: 1e-4 },
    { kind: 'state', run: 1, name: 'm', row: 1, from: 1.999, to: 2.001 },
    { kind: 'state', run: 1, name: 'v', row: 1, from: 0.3999, to: 0.4001 },
    { kind: 'passes', run: 1, row: 5, at: [7.6529], within: 1e-3 },
  ],
};
