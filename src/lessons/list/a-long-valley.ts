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
      { optimizer: 'gd', hyper: { lr: 0.0198 } },
      { optimizer: 'sgd', hyper: { lr: 0.03306, momentum: 0.6694 } },
      { optimizer: 'gd', hyper: { lr: 0.0201 } },
    ],
  },
  screen: { units: 'equal' },
  steps: [
    {
      kind: 'predict',
      question: {
        en: 'One direction is 100 times as steep as the other. Run 1 is gradient descent at its best rate; run 2 has momentum 0.67 and the rate that is best with it, 0.033. (Run 3 comes later.) How much lower is run 2’s loss after 60 steps?',
        zh: '一个方向的陡度是另一个的 100 倍。第 1 条是取最佳学习率的梯度下降；第 2 条动量为 0.67，学习率取与之最相配的 0.033（第 3 条稍后再用）。60 步后，第 2 条的损失是第 1 条的多少？',
      },
      answers: [
        {
          text: { en: 'Hardly: less than 10 times', zh: '差不多：十分之一以上' },
          claim: { kind: 'ratio', run: 0, over: 1, to: 10 },
        },
        {
          text: { en: 'About 100 times', zh: '约百分之一' },
          claim: { kind: 'ratio', run: 0, over: 1, from: 10, to: 1e4 },
        },
        {
          text: { en: 'More than 10,000 times', zh: '不到万分之一' },
          claim: { kind: 'ratio', run: 0, over: 1, from: 1e4 },
        },
      ],
      because: {
        en: 'The steep direction allows gradient descent no more than 2/100. At such a rate the distance along the flat one shrinks by 2% a step. With the pair of rate and momentum that is best on a quadratic (Polyak 1964) it shrinks by 18% a step in both: after 60 the loss is 150,000 times lower.',
        zh: '陡的方向只允许梯度下降取到 2/100。以这样的学习率，沿平缓的方向距离每步只缩小 2%。学习率与动量取二次函数上的最佳搭配（Polyak 1964），两个方向上距离每步都缩小 18%：60 步后，损失约为第 1 条的十五万分之一。',
      },
    },
    {
      kind: 'do',
      task: {
        en: 'The third run’s loss grows. Lower its rate until the loss ends below where it began, but keep the rate as large as you can.',
        zh: '第三条轨迹的损失在增大。降低它的学习率，直到最终损失低于起点，但学习率要尽量大。',
      },
      hint: {
        en: 'The stability edge is 2/λₘₐₓ, and λₘₐₓ, the largest curvature, is 100.',
        zh: '稳定性边界是 2/λₘₐₓ，其中 λₘₐₓ 是最大曲率，这里为 100。',
      },
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
