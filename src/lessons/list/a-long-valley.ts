import type { Lesson } from '../types';

/** Eigenvalues 1 and 100. Polyak 1964, Some methods of speeding up the convergence of iteration methods. */
export const aLongValley: Lesson = {
  id: 'a-long-valley',
  chapter: 'descent',
  title: { en: 'A long valley', zh: '狭长的山谷' },
  about: { en: 'Why is one learning rate not enough for two directions?', zh: '两个方向，为什么一个学习率不够用？' },
  minutes: 5,
  experiment: {
    version: 1,
    problem: { id: 'quadratic', constants: { kappa: 100 } },
    steps: 60,
    runs: [
      { optimizer: 'gd', hyper: { lr: 2 / 101 } },
      { optimizer: 'sgd', hyper: { lr: 0.03306, momentum: 0.6694 } },
      { optimizer: 'gd', hyper: { lr: 0.0201 } },
    ],
  },
  screen: { units: 'equal' },
  steps: [
    {
      kind: 'predict',
      question: {
        en: 'One direction is 100 times as steep as the other. Run 1 is gradient descent at its best rate, run 2 has momentum. How much lower is the loss of run 2 after 60 steps?',
        zh: '一个方向比另一个陡 100 倍。第 1 条是取最佳学习率的梯度下降，第 2 条带动量。60 步后，第 2 条的损失低多少？',
      },
      answers: [
        {
          text: { en: 'Hardly: less than 10 times', zh: '差不多：不到 10 倍' },
          claim: { kind: 'ratio', run: 0, over: 1, to: 10 },
        },
        {
          text: { en: 'About 100 times', zh: '约 100 倍' },
          claim: { kind: 'ratio', run: 0, over: 1, from: 10, to: 1e4 },
        },
        {
          text: { en: 'More than 10,000 times', zh: '一万倍以上' },
          claim: { kind: 'ratio', run: 0, over: 1, from: 1e4 },
        },
      ],
      because: {
        en: 'The steep direction allows gradient descent no more than 2/100. At such a rate the flat one shrinks by 2% a step. Momentum, with Polyak’s pair of settings, shrinks by 18% a step in both: 150,000 times lower after 60.',
        zh: '陡的方向只允许梯度下降取到 2/100。以这样的学习率，平的方向每步只缩小 2%。动量法取 Polyak 的参数，两个方向每步都缩小 18%：60 步后低约十五万倍。',
      },
    },
    {
      kind: 'do',
      task: {
        en: 'The third run’s loss grows. Lower its rate until the loss ends below where it began, but keep the rate as large as you can.',
        zh: '第三条轨迹的损失在增大。降低它的学习率，直到最终损失低于起点，但学习率要尽量大。',
      },
      hint: { en: 'The edge is 2/λ with λ = 100.', zh: '边界是 2/λ，其中 λ = 100。' },
      claims: [{ kind: 'falls', run: 2 }],
      solution: { runs: { 2: { hyper: { lr: 0.02 } } } },
      par: { of: 'hyper', run: 2, name: 'lr', is: 0.0199, best: 'most' },
    },
    {
      kind: 'why',
      text: {
        en: 'The ratio of the two curvatures, here 100, is the condition number κ. Gradient descent needs a number of steps in proportion to κ, momentum to √κ: 100 against 10.',
        zh: '两个曲率之比（这里是 100）称为条件数 κ。梯度下降所需步数与 κ 成正比，动量法与 √κ 成正比：100 对 10。',
      },
    },
  ],
  claims: [
    { kind: 'ratio', run: 0, over: 1, from: 1.4e5, to: 1.6e5 },
    { kind: 'misses', run: 0, by: 1 },
    { kind: 'ends', run: 2, as: 'left' },
    { kind: 'grows', run: 2 },
  ],
};
