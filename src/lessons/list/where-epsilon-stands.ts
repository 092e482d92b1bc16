import type { Lesson } from '../types';

/** known-results: for g = 1e-3 the first step is 0.99999 eta at eps 1e-8 and 0.909 eta at 1e-4. */
export const whereEpsilonStands: Lesson = {
  id: 'where-epsilon-stands',
  chapter: 'scale',
  title: { en: 'Where epsilon stands in Adam', zh: 'Adam 的 ε 放在哪里' },
  about: { en: 'Can a number like 10⁻⁴ matter?', zh: '10⁻⁴ 这么小的数也要紧吗？' },
  minutes: 3,
  experiment: {
    version: 1,
    problem: { loss: '0.001*x', parameters: ['x'] },
    start: [1],
    steps: 10,
    runs: [
      { optimizer: 'adam', hyper: { lr: 0.1, eps: 1e-8 } },
      { optimizer: 'adam', hyper: { lr: 0.1, eps: 1e-4 } },
      { optimizer: 'adam-eps-inside', hyper: { lr: 0.1, eps: 1e-4 } },
    ],
  },
  screen: { lossScale: 'linear' },
  steps: [
    {
      kind: 'predict',
      question: {
        en: 'A slope of 0.001, rate 0.1. Adam divides by √v̂ + ε, where v̂ averages squared gradients; with ε = 10⁻⁸ (run 1) its steps are 0.1 long. Run 3 has ε = 10⁻⁴ inside the root: √(v̂ + ε). How long are its steps?',
        zh: '斜率为 0.001，学习率 0.1。Adam 除以 √v̂ + ε，其中 v̂ 是梯度平方的平均；ε = 10⁻⁸ 时（第 1 条）每步长 0.1。第 3 条把 ε = 10⁻⁴ 放在根号内：√(v̂ + ε)。它的步长是多少？',
      },
      answers: [
        { text: { en: 'Still about 0.1', zh: '仍约 0.1' }, claim: { kind: 'strides', run: 2, at: 1, from: 0.08 } },
        { text: { en: 'About half', zh: '约一半' }, claim: { kind: 'strides', run: 2, at: 1, from: 0.03, to: 0.08 } },
        { text: { en: 'A tenth: 0.01', zh: '十分之一：0.01' }, claim: { kind: 'strides', run: 2, at: 1, to: 0.03 } },
      ],
      because: {
        en: 'Inside, ε stands beside the square of the gradient, 10⁻⁶, and √10⁻⁴ is 0.01: ten times the gradient. Outside (run 2) the same 10⁻⁴ stands beside 10⁻³ and shortens the step by 9% only.',
        zh: '在根号内，ε 与梯度的平方 10⁻⁶ 相加，而 √10⁻⁴ = 0.01，是梯度的十倍。在根号外（第 2 条），同样的 10⁻⁴ 与 10⁻³ 相加，步长只短 9%。',
      },
    },
    {
      kind: 'do',
      task: {
        en: 'Change ε of run 3 so that it steps like run 2, about 0.091 at a time.',
        zh: '改变第 3 条的 ε，使它的步长与第 2 条一样，约 0.091。',
      },
      hint: {
        en: 'It has to be small against 10⁻⁶. Try 2·10⁻⁷ (type 2e-7).',
        zh: '它必须比 10⁻⁶ 小。试试 2·10⁻⁷（输入 2e-7）。',
      },
      claims: [{ kind: 'strides', run: 2, at: 1, from: 0.089, to: 0.093 }],
      solution: { runs: { 2: { hyper: { eps: 2e-7 } } } },
    },
    {
      kind: 'why',
      text: {
        en: 'ε is there against a division by 0. It also decides from which size on gradients count as noise: steps for smaller ones shrink. Libraries put it in either place, so the same number means different methods.',
        zh: 'ε 是为了避免除以 0，但它也决定了多小的梯度算作噪声：比它小的，步子就缩短。各个库放的位置不同，同一个数就意味着不同的方法。',
      },
    },
  ],
  claims: [
    { kind: 'strides', run: 0, at: 1, from: 0.0999, to: 0.1001 },
    { kind: 'strides', run: 1, at: 1, from: 0.0905, to: 0.0915 },
    { kind: 'strides', run: 2, at: 1, from: 0.0095, to: 0.0105 },
    { kind: 'arrives', run: 1, at: [1 - 10 / 11], within: 1e-4 },
  ],
};
