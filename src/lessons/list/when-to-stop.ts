import type { Lesson } from '../types';

/** Nocedal and Wright 2006, Numerical Optimization, section 3.2: what is sure to go to 0 is the gradient. */
export const whenToStop: Lesson = {
  id: 'when-to-stop',
  chapter: 'descent',
  title: { en: 'When to stop training', zh: '何时停止训练' },
  about: { en: 'Does a small gradient mean that the minimum is near?', zh: '梯度很小，就说明离极小值点很近吗？' },
  minutes: 4,
  experiment: {
    version: 1,
    problem: { loss: 'x^2/2 + y^4/4', parameters: ['x', 'y'] },
    start: [2.5, 2],
    steps: 600,
    runs: [{ optimizer: 'gd', hyper: { lr: 0.1 } }],
  },
  screen: { plot: { quantity: 'gradient' } },
  steps: [
    {
      kind: 'predict',
      question: {
        en: 'A parabola along x, a fourth power along y. A usual rule stops when |∇f|² < 10⁻⁶, which is at update 494. How far from 0 is y then?',
        zh: '沿 x 是抛物线，沿 y 是四次函数。常用准则在 |∇f|² < 10⁻⁶ 时停止，即第 494 次更新。此时 y 离 0 还有多远？',
      },
      answers: [
        {
          text: { en: 'Less than 0.003', zh: '不到 0.003' },
          claim: { kind: 'coordinate', run: 0, parameter: 1, at: 494, to: 0.003 },
        },
        {
          text: { en: 'About 0.01', zh: '约 0.01' },
          claim: { kind: 'coordinate', run: 0, parameter: 1, at: 494, from: 0.003, to: 0.03 },
        },
        {
          text: { en: 'About 0.1', zh: '约 0.1' },
          claim: { kind: 'coordinate', run: 0, parameter: 1, at: 494, from: 0.03 },
        },
      ],
      because: {
        en: 'The slope along y is y³. A slope of 10⁻³ therefore belongs to y = 0.1. On flat ground a small gradient does not mean that the minimum is near.',
        zh: '沿 y 的斜率是 y³，所以斜率 10⁻³ 对应 y = 0.1。在平坦处，梯度小并不说明极小值点就在近旁。',
      },
    },
    {
      kind: 'predict',
      question: {
        en: 'After 600 updates y is 0.09. Four times as many, 2,400, bring it to about …',
        zh: '600 次更新后 y 为 0.09。更新四倍之多（2400 次），y 大约是……',
      },
      change: { steps: 2400 },
      answers: [
        {
          text: { en: '0.045: half', zh: '0.045：一半' },
          claim: { kind: 'coordinate', run: 0, parameter: 1, from: 0.035 },
        },
        {
          text: { en: '0.022: a quarter', zh: '0.022：四分之一' },
          claim: { kind: 'coordinate', run: 0, parameter: 1, from: 0.01, to: 0.035 },
        },
        {
          text: { en: 'Nearly 0', zh: '几乎为 0' },
          claim: { kind: 'coordinate', run: 0, parameter: 1, to: 0.01 },
        },
      ],
      because: {
        en: 'The nearer, the flatter, the slower: y shrinks like 1/√t. Half the distance costs four times the updates. On a parabola each update would take off the same share.',
        zh: '越近越平，越平越慢：y 按 1/√t 减小，距离减半要花四倍的更新。若是抛物线，每次更新减去的比例都相同。',
      },
    },
    {
      kind: 'do',
      task: {
        en: 'Bring y below 0.06 at the end, by the number of updates alone.',
        zh: '只改变更新次数，使最后的 y 小于 0.06。',
      },
      hint: { en: 'The updates are set in the Problem card. Try 1500.', zh: '更新次数在“问题设置”中设置。试试 1500。' },
      claims: [{ kind: 'coordinate', run: 0, parameter: 1, from: 0, to: 0.06 }],
      solution: { steps: 1500 },
    },
    {
      kind: 'why',
      text: {
        en: 'What descent is sure to bring to 0 is the gradient. How far away the minimum still is, the gradient alone cannot tell; the curvature is needed too.',
        zh: '下降法能保证趋于 0 的是梯度。仅凭梯度看不出离极小值点还有多远，还要知道曲率。',
      },
    },
  ],
  claims: [
    { kind: 'stops', run: 0, below: 1e-6, from: 494, to: 494, at: [0, 0.1], within: 1e-3 },
    { kind: 'coordinate', run: 0, parameter: 1, from: 0.0895, to: 0.0915 },
  ],
};
