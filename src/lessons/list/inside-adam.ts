import type { Lesson } from '../types';

/** Kingma and Ba 2015, section 2.1: steps stay the same where gradients are scaled. */
export const insideAdam: Lesson = {
  id: 'inside-adam',
  chapter: 'scale',
  title: { en: 'Inside Adam: m, v and the rates', zh: 'Adam 内部：m、v 与有效学习率' },
  about: {
    en: 'Curvatures 1 and 100, started on the diagonal. Along y the average m is 100 times as large, v 10⁴ times, and the effective rate (plotted) a hundredth: they cancel, and Adam stays on the diagonal, where gradient descent bounces. Choose m and v above the plot.',
    zh: '曲率为 1 和 100，起点在对角线上。沿 y 方向，平均 m 是 100 倍，v 是 10⁴ 倍，而有效学习率（见图）只有百分之一：彼此抵消，Adam 始终沿对角线走，梯度下降则来回弹跳。在图的上方可以改看 m 和 v。',
  },
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
  screen: { plot: { quantity: 'rate' } },
  claims: [
    { kind: 'passes', run: 0, row: 10, at: [1.51803, 1.51803], within: 1e-4 },
    { kind: 'passes', run: 0, row: 20, at: [0.656278, 0.656278], within: 1e-4 },
    { kind: 'passes', run: 0, row: 50, at: [-0.191877, -0.191877], within: 1e-4 },
    { kind: 'passes', run: 1, row: 1, at: [2.45125, -2.375], within: 1e-4 },
    { kind: 'passes', run: 1, row: 2, at: [2.403451, 2.25625], within: 1e-4 },
  ],
};
