import type { Lesson } from '../types';

/** Riedmiller and Braun 1993 (Rprop); Chen et al. 2023 (Lion); Zeiler 2012 (Adadelta). */
export const signsAndOwnSteps: Lesson = {
  id: 'signs-and-own-steps',
  chapter: 'scale',
  title: { en: 'Only the sign of the gradient', zh: '只看梯度的符号' },
  about: { en: 'Is the sign of a gradient enough?', zh: '只知道梯度的符号够不够？' },
  minutes: 4,
  experiment: {
    version: 1,
    problem: { id: 'quadratic', constants: { kappa: 100 } },
    steps: 300,
    runs: [
      { optimizer: 'rprop', hyper: { lr: 0.1 } },
      { optimizer: 'lion', hyper: { lr: 0.08 } },
      { optimizer: 'adadelta', hyper: { lr: 1 } },
      { optimizer: 'gd', hyper: { lr: 0.0195 } },
    ],
  },
  steps: [
    {
      kind: 'predict',
      question: {
        en: 'Lion moves every parameter by exactly η = 0.08, in the direction of the sign of an average gradient. How does it end in this bowl?',
        zh: 'Lion 让每个参数每次恰好移动 η = 0.08，方向由某个平均梯度的符号决定。在这个碗里它结局如何？',
      },
      answers: [
        { text: { en: 'It converges', zh: '收敛' }, claim: { kind: 'ends', run: 1, as: 'converged' } },
        {
          text: { en: 'It circles the minimum for ever', zh: '永远绕着极小值点打转' },
          claim: { kind: 'ends', run: 1, as: 'cycling' },
        },
        { text: { en: 'It leaves the view', zh: '离开视图' }, claim: { kind: 'ends', run: 1, as: 'left' } },
      ],
      because: {
        en: 'A step that is never shorter than 0.08 cannot rest: near the minimum it goes round in a cycle of four points. Rprop also reads signs alone, but halves a parameter’s own step whenever the sign turns.',
        zh: '步长从不小于 0.08，就不可能停住：在极小值点附近，它在四个点之间循环。Rprop 同样只看符号，但每当符号反转，就把该参数自己的步长减半。',
      },
    },
    {
      kind: 'do',
      task: {
        en: 'Change Lion’s rate so that its last loss is below 0.1.',
        zh: '改变 Lion 的学习率，使它最后的损失小于 0.1。',
      },
      hint: { en: 'Half the rate swings half as far: try 0.04.', zh: '学习率减半，摆幅也减半：试试 0.04。' },
      claims: [{ kind: 'loss', run: 1, to: 0.1 }],
      solution: { runs: { 1: { hyper: { lr: 0.04 } } } },
    },
    {
      kind: 'why',
      text: {
        en: 'Signs make a method blind to scale: steep and flat directions move alike. Rprop is 10,000 times below gradient descent after 60 updates. Adadelta sizes its steps by its past ones, which begin near 0: after 300 it is still 2.8 away.',
        zh: '只看符号，就与尺度无关：陡与平缓的方向走得一样快。60 次更新后，Rprop 的损失不到梯度下降的万分之一。Adadelta 按以往的步长定步长，而它们从接近 0 开始：300 次更新后仍差 2.8。',
      },
    },
  ],
  claims: [
    { kind: 'passes', run: 0, row: 1, at: [-3.9, 1.9], within: 1e-5 },
    { kind: 'passes', run: 0, row: 2, at: [-3.78, 1.78], within: 1e-5 },
    { kind: 'lower', run: 0, than: 3, at: 60, times: 1e4 },
    { kind: 'passes', run: 1, row: 1, at: [-3.92, 1.92], within: 1e-5 },
    { kind: 'ends', run: 1, as: 'cycling', period: 4 },
    { kind: 'passes', run: 2, row: 1, at: [-3.99684, 1.99684], within: 1e-4 },
    { kind: 'misses', run: 2, by: 2.75 },
    { kind: 'arrives', run: 2, within: 2.85 },
  ],
};
