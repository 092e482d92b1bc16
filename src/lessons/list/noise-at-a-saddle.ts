import type { Lesson } from '../types';

/** Neelakantan et al. 2015, Adding Gradient Noise Improves Learning for Very Deep Networks. */
export const noiseAtASaddle: Lesson = {
  id: 'noise-at-a-saddle',
  chapter: 'help',
  title: { en: 'Noise leaves a saddle', zh: '噪声帮助离开鞍点' },
  about: {
    en: 'x² − y², started exactly on the ridge. Gradient descent follows it into the saddle and stays: its gradient has no part that would leave. A little noise, σ = 0.1/(1 + t)^0.55, is enough to fall off.',
    zh: 'x² − y²，起点恰在脊线上。梯度下降沿脊线走到鞍点就停住：梯度没有离开它的分量。加一点噪声 σ = 0.1/(1 + t)^0.55 就足以滑下去。',
  },
  experiment: {
    version: 1,
    problem: { id: 'saddle' },
    start: [1, 0],
    steps: 100,
    runs: [
      { optimizer: 'gd', hyper: { lr: 0.05 } },
      { optimizer: 'gd', hyper: { lr: 0.05 }, modifiers: { noise: { c: 0.1, gamma: 0.55 } } },
    ],
  },
  screen: { lossScale: 'linear' },
  claims: [
    { kind: 'arrives', run: 0, at: [0, 0], within: 1e-3 },
    { kind: 'ends', run: 1, as: 'left' },
  ],
};
