import type { Lesson } from '../types';

const sgd = (momentum: number) => ({ optimizer: 'sgd', hyper: { lr: 0.01, momentum } });

/** Where n updates on a slope of 1 lead from 2: v is 1 + μ + … + μ^(k - 1) = (1 - μ^k)/(1 - μ) in the kth of them. */
const after = (n: number, mu: number): readonly number[] => [
  2 - (0.01 * (n - (mu * (1 - mu ** n)) / (1 - mu))) / (1 - mu),
];

/** Polyak 1964, Some methods of speeding up the convergence of iteration methods. */
export const memoryOfGradients: Lesson = {
  id: 'memory-of-gradients',
  chapter: 'memory',
  title: { en: 'A memory of gradients', zh: '对梯度的记忆' },
  about: {
    en: 'The velocity v is a weighted sum of past gradients: 1 times the newest, μ times the one before, then μ² … On a slope of 1 it grows towards 1/(1 − μ): 2 for μ = 0.5, 10 for 0.9. From 0 on the ground is level: v loses a tenth an update, and the run coasts to −0.9.',
    zh: '速度 v 是过去各梯度的加权和，由近及远权重依次为 1、μ、μ²……在斜率为 1 的坡上，它趋于 1/(1 − μ)：μ = 0.5 时为 2，0.9 时为 10。过了 0 地势变平，v 每次更新减少十分之一，轨迹靠惯性滑行到 −0.9。',
  },
  experiment: {
    version: 1,
    problem: { loss: 'relu(x)', parameters: ['x'] },
    start: [2],
    steps: 180,
    runs: [sgd(0), sgd(0.5), sgd(0.9)],
  },
  screen: { plot: { quantity: 'state.v' }, lossScale: 'linear', selected: 2 },
  claims: [
    { kind: 'passes', run: 0, row: 100, at: after(100, 0), within: 1e-4 },
    { kind: 'passes', run: 1, row: 90, at: after(90, 0.5), within: 1e-4 },
    ...[1, 2, 3, 20].map((row) => ({ kind: 'passes' as const, run: 2, row, at: after(row, 0.9), within: 1e-5 })),
    { kind: 'arrives', run: 2, at: [-0.9], within: 1e-4 },
    { kind: 'ends', run: 2, as: 'stalled' },
  ],
};
