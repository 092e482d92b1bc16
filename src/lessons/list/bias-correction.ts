import type { Lesson } from '../types';

/** Kingma and Ba 2015, section 3. */
export const biasCorrection: Lesson = {
  id: 'bias-correction',
  chapter: 'scale',
  title: { en: 'Adam without its correction', zh: '没有偏差修正的 Adam' },
  about: { en: 'What does the bias correction correct?', zh: '偏差修正究竟修正了什么？' },
  minutes: 3,
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
  steps: [
    {
      kind: 'predict',
      question: {
        en: 'Adam averages gradients (m) and their squares (v) from 0 on, at first too small; it corrects that, and its first step is η = 0.1. Run 2 leaves the correction away (β₁ = 0.9, β₂ = 0.999). How long is its first step?',
        zh: 'Adam 对梯度的平均 m 和对梯度平方的平均 v 都从 0 开始，起初偏小；Adam 修正这一偏差，第一步恰为 η = 0.1。第 2 条不作修正（β₁ = 0.9，β₂ = 0.999）。它的第一步有多长？',
      },
      answers: [
        { text: { en: 'A tenth: 0.01', zh: '十分之一：0.01' }, claim: { kind: 'strides', run: 1, at: 1, to: 0.03 } },
        {
          text: { en: 'The same: 0.1', zh: '一样：0.1' },
          claim: { kind: 'strides', run: 1, at: 1, from: 0.09, to: 0.11 },
        },
        {
          text: { en: 'Longer: 0.32', zh: '更长：0.32' },
          claim: { kind: 'strides', run: 1, at: 1, from: 0.3, to: 0.34 },
        },
      ],
      because: {
        en: 'm is a tenth of the gradient. But √v is only a thirtieth of it, because v is a thousandth of its square. A tenth over a thirtieth is 3.2, and the next steps are longer still: 0.6 at the tenth.',
        zh: 'm 是梯度的十分之一；v 是梯度平方的千分之一，√v 就只有约三十分之一。十分之一除以三十分之一约为 3.2。后面的步子更长：第十步是 0.6。',
      },
    },
    {
      kind: 'do',
      task: {
        en: 'Change the rate of run 2 so that its first step is 0.1 long too: x = 9.9 after it.',
        zh: '改变第 2 条的学习率，使它的第一步也长 0.1，即一步之后 x = 9.9。',
      },
      hint: {
        en: 'Divide by 3.16. Step to 1 in the transport to read x.',
        zh: '除以 3.16。把播放条移到第 1 步可读出 x。',
      },
      claims: [{ kind: 'strides', run: 1, at: 1, from: 0.095, to: 0.105 }],
      solution: { runs: { 1: { hyper: { lr: 0.0316 } } } },
    },
    {
      kind: 'why',
      text: {
        en: 'The correction fades within about 1/(1 − β₂) = 1,000 updates. Without it Adam takes its boldest steps at the start, where gradients are least known: it is another method.',
        zh: '修正的影响约在 1/(1 − β₂) = 1000 次更新后消失。不作修正，Adam 就在对梯度所知最少的开头迈出最大的步子：那是另一种方法。',
      },
    },
  ],
  claims: [
    { kind: 'strides', run: 0, at: 1, from: 0.0999, to: 0.1001 },
    { kind: 'strides', run: 1, at: 1, from: 0.315, to: 0.317 },
    { kind: 'strides', run: 1, at: 10, from: 0.6, to: 0.605 },
  ],
};
