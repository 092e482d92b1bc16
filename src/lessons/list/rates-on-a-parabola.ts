import type { Lesson } from '../types';

const gd = (lr: number) => ({ optimizer: 'gd', hyper: { lr } });

/** known-results: x^2 from 10, ten steps. Each update multiplies x by 1 - 2 lr. */
export const ratesOnAParabola: Lesson = {
  id: 'rates-on-a-parabola',
  chapter: 'descent',
  title: { en: 'Four learning rates on x²', zh: 'x² 上的四种学习率' },
  about: { en: 'Too small, right, large, too large: what happens?', zh: '学习率太小、合适、偏大、过大，各会怎样？' },
  minutes: 4,
  experiment: {
    version: 1,
    problem: { id: 'square' },
    start: [10],
    steps: 10,
    runs: [gd(0.05), gd(0.2), gd(0.9), gd(1.1)],
  },
  steps: [
    {
      kind: 'predict',
      question: {
        en: 'Ten steps down x² from 10, at rates 0.05, 0.2, 0.9 and 1.1. The slope is 2x, so a rate of 0.9 takes 1.8x away from x. What will that run do?',
        zh: '在 x² 上从 10 出发走十步，学习率为 0.05、0.2、0.9 和 1.1。斜率是 2x，所以 0.9 每步从 x 中减去 1.8x。这条轨迹会怎样？',
      },
      answers: [
        {
          text: { en: 'Go to 0 in one step and rest', zh: '一步到 0，然后停住' },
          claim: { kind: 'passes', run: 2, row: 1, at: [0], within: 0.5 },
        },
        {
          text: { en: 'Jump across 0 each time, and come closer', zh: '每步都越过 0，但越来越近' },
          claim: { kind: 'coordinate', run: 2, parameter: 0, at: 1, from: -10, to: -1 },
        },
        {
          text: { en: 'Jump across 0 each time, ever farther', zh: '每步都越过 0，而且越来越远' },
          claim: { kind: 'grows', run: 2 },
        },
      ],
      because: {
        en: 'Every step multiplies x by 1 − 2η. For 0.9 that is −0.8: the sign changes, the size shrinks. For 1.1 it is −1.2, and every jump is longer than the last. For 0.05 it is 0.9: no jumps, and after ten steps still 3.5 to go.',
        zh: '每一步都把 x 乘以 1 − 2η。0.9 对应 −0.8：符号翻转，大小缩小。1.1 对应 −1.2，一次比一次跳得更远。0.05 对应 0.9：不跳，但十步之后还差 3.5。',
      },
    },
    {
      kind: 'do',
      task: {
        en: 'Change the rate of the second run (0.2) so that it converges within its ten steps, in as few as you can.',
        zh: '改变第二条轨迹的学习率（0.2），使它在十步之内收敛，步数越少越好。',
      },
      hint: { en: 'Which η makes 1 − 2η zero?', zh: '哪个 η 使 1 − 2η 为零？' },
      claims: [{ kind: 'ends', run: 1, as: 'converged' }],
      solution: { runs: { 1: { hyper: { lr: 0.5 } } } },
      par: { of: 'updates', run: 1, is: 1, best: 'least' },
    },
    {
      kind: 'why',
      text: {
        en: 'The curvature of x² is 2 everywhere. A rate of 1/2 goes straight to the bottom; from 2/2 = 1 on a run no longer comes in. That is the rule for every bowl: stable below 2 divided by the curvature.',
        zh: 'x² 的曲率处处为 2。学习率 1/2 一步到底；从 2/2 = 1 起就不再靠近。任何碗形都是如此：学习率小于 2 除以曲率才稳定。',
      },
    },
  ],
  claims: [
    { kind: 'arrives', run: 0, at: [3.4867844], within: 1e-5 },
    { kind: 'arrives', run: 1, at: [0.060466176], within: 1e-6 },
    { kind: 'arrives', run: 2, at: [1.0737418], within: 1e-5 },
    { kind: 'arrives', run: 3, at: [61.917364], within: 1e-3 },
  ],
};
