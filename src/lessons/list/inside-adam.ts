import type { Lesson } from '../types';

/** Kingma and Ba 2015, section 2.1: steps stay the same where gradients are scaled. */
export const insideAdam: Lesson = {
  id: 'inside-adam',
  chapter: 'scale',
  title: { en: 'Inside Adam: m, v and the rates', zh: 'Adam 内部：m、v 与有效学习率' },
  about: { en: 'Why does Adam not mind a valley along the axes?', zh: '为什么 Adam 不怕沿坐标轴的山谷？' },
  minutes: 4,
  experiment: {
    version: 1,
    problem: { id: 'quadratic', constants: { kappa: 100 } },
    start: [2.5, 2.5],
    steps: 100,
    runs: [
      { optimizer: 'adam', hyper: { lr: 0.1 } },
      { optimizer: 'gd', hyper: { lr: 0.0195 } },
    ],
  },
  screen: { units: 'equal', plot: { quantity: 'rate' } },
  steps: [
    {
      kind: 'predict',
      question: {
        en: 'Along y the surface is 100 times as steep as along x. Both runs start on the diagonal, at (2.5, 2.5). Which way does Adam go?',
        zh: '沿 y 的陡度是沿 x 的 100 倍。两条轨迹都从对角线上的 (2.5, 2.5) 出发。Adam 怎么走？',
      },
      answers: [
        {
          text: { en: 'First down the steep side, then along the floor', zh: '先下陡坡，再沿谷底走' },
          claim: { kind: 'coordinate', run: 0, parameter: 1, at: 10, to: 1 },
        },
        {
          text: { en: 'Straight along the diagonal', zh: '沿对角线直走' },
          claim: { kind: 'passes', run: 0, row: 10, at: [1.51803, 1.51803], within: 1e-3 },
        },
        {
          text: { en: 'From wall to wall', zh: '在两壁之间来回摆动' },
          claim: { kind: 'crosses', run: 0, parameter: 1, from: 20 },
        },
      ],
      because: {
        en: 'Along y the average gradient m is 100 times as large, √v (the root of the mean square) too, and the effective rate (plotted) a hundredth: they cancel, and both parameters move alike. Gradient descent bounces from wall to wall.',
        zh: '沿 y 方向，平均梯度 m 是 100 倍，√v（均方根）也是 100 倍，有效学习率（见图）是百分之一：彼此抵消，两个参数的移动完全一样。梯度下降则在两壁之间来回摆动。',
      },
    },
    {
      kind: 'predict',
      question: {
        en: 'Now the steep direction is made ten times gentler: κ, the curvature along y over that along x, is 10. What happens to Adam’s path?',
        zh: '现在把 y 方向的陡度减为十分之一：κ，即沿 y 与沿 x 的曲率之比，变为 10。Adam 的轨迹会怎样？',
      },
      change: { problem: { constants: { kappa: 10 } } },
      answers: [
        {
          text: { en: 'Nothing: it stays the same', zh: '完全不变' },
          claim: { kind: 'passes', run: 0, row: 20, at: [0.656278, 0.656278], within: 1e-3 },
        },
        {
          text: { en: 'It bends towards the x axis', zh: '向 x 轴弯曲' },
          claim: { kind: 'coordinate', run: 0, parameter: 1, at: 20, to: 0.6 },
        },
        {
          text: { en: 'y becomes slower than x', zh: 'y 比 x 慢' },
          claim: { kind: 'coordinate', run: 0, parameter: 1, at: 20, from: 0.7 },
        },
      ],
      because: {
        en: 'A gradient multiplied by any number c gives m and √v multiplied by c, and Adam’s step divides one by the other. Only the gradient descent’s path has changed.',
        zh: '梯度乘以任意常数 c，m 与 √v 都乘以 c，而 Adam 的步子是二者之商。变了的只有梯度下降的轨迹。',
      },
    },
    {
      kind: 'do',
      task: {
        en: 'Now change κ until gradient descent walks the diagonal as well.',
        zh: '现在改变 κ，让梯度下降也沿对角线走。',
      },
      hint: {
        en: 'It walks the diagonal where both directions are equally steep.',
        zh: '两个方向一样陡时，它才沿对角线走。',
      },
      claims: [{ kind: 'straight', run: 1, within: 0.001, length: 2 }],
      solution: { problem: { constants: { kappa: 1 } } },
    },
    {
      kind: 'why',
      text: {
        en: 'Adam gives every parameter its own rate, η/√v. That cures valleys along the axes, as badly scaled features make them. A valley that lies askew it cannot straighten. Choose m and v above the plot to see them.',
        zh: 'Adam 让每个参数有自己的学习率 η/√v。这能应付沿坐标轴的山谷，例如特征尺度不一造成的；斜着的山谷它就拉不直了。可在图的上方改看 m 和 v。',
      },
    },
  ],
  claims: [
    { kind: 'passes', run: 0, row: 20, at: [0.656278, 0.656278], within: 1e-4 },
    { kind: 'passes', run: 0, row: 50, at: [-0.191877, -0.191877], within: 1e-4 },
    { kind: 'passes', run: 1, row: 1, at: [2.45125, -2.375], within: 1e-4 },
    { kind: 'passes', run: 1, row: 2, at: [2.403451, 2.25625], within: 1e-4 },
  ],
};
