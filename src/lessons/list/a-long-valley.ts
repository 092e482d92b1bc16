import type { Lesson } from '../types';

/** Eigenvalues 1 and 100. Polyak 1964, Some methods of speeding up the convergence of iteration methods. */
export const aLongValley: Lesson = {
  id: 'a-long-valley',
  chapter: 'descent',
  title: { en: 'A long valley', zh: '狭长的山谷' },
  about: {
    en: 'One direction is 100 times as steep as the other. The steep one bounds the rate (past 2/λ it diverges), and then the flat one takes for ever. Momentum with Polyak’s pair of settings is 150,000 times lower after the same 60 steps.',
    zh: '一个方向比另一个方向陡 100 倍。陡的方向限制了学习率（超过 2/λ 就发散），平的方向因此走得极慢。取 Polyak 的最优参数时，动量法同样走 60 步，损失低约十五万倍。',
  },
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
  claims: [
    { kind: 'lower', run: 1, than: 0, times: 1e5 },
    { kind: 'misses', run: 0, by: 1 },
    { kind: 'ends', run: 2, as: 'left' },
  ],
};
