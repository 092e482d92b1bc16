import type { Lesson } from '../types';

/** known-results: Rosenbrock past 2/L. */
export const pastTheEdge: Lesson = {
  id: 'past-the-edge',
  chapter: 'descent',
  title: { en: 'Past the edge, and still bounded', zh: '越过边界，却没有发散' },
  about: {
    en: 'At the minimum 2/λ is 0.001997. A rate of 0.0019 arrives. At 0.0025 the valley’s floor throws gradient descent from wall to wall, but Rosenbrock’s walls bend: it ends in a cycle of two points, for ever.',
    zh: '极小值点处 2/λ = 0.001997。学习率 0.0019 可以到达。取 0.0025 时，梯度下降在谷底的两壁之间来回弹跳；由于 Rosenbrock 的谷壁弯曲，它最终在两个点之间永远循环。',
  },
  experiment: {
    version: 1,
    problem: { id: 'rosenbrock' },
    start: [-1.2, 1],
    steps: 20_000,
    runs: [
      { optimizer: 'gd', hyper: { lr: 0.0019 } },
      { optimizer: 'gd', hyper: { lr: 0.0025 } },
    ],
  },
  screen: { selected: 1, tab: 'curvature' },
  claims: [
    { kind: 'arrives', run: 0, within: 1e-2 },
    { kind: 'ends', run: 1, as: 'cycling', period: 2 },
  ],
};
