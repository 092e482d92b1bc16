import type { Lesson } from '../types';

/** Pascanu, Mikolov and Bengio 2013. */
export const clipping: Lesson = {
  id: 'clipping',
  chapter: 'help',
  title: { en: 'Gradient clipping', zh: '梯度裁剪' },
  about: {
    en: 'From (−1.5, 2.5) plain gradient descent at 0.0019 is thrown out by one huge gradient and overflows within twelve steps. With its norm clipped at 50 the direction stays and the step is short: it comes down into the valley and goes on.',
    zh: '从 (−1.5, 2.5) 出发，学习率 0.0019 的梯度下降被一个巨大的梯度甩出去，十二步内溢出。把梯度的范数裁剪到 50，方向不变而步子变短：它落入谷底并继续前进。',
  },
  experiment: {
    version: 1,
    problem: { id: 'rosenbrock' },
    start: [-1.5, 2.5],
    steps: 400,
    runs: [
      { optimizer: 'gd', hyper: { lr: 0.0019 } },
      { optimizer: 'gd', hyper: { lr: 0.0019 }, modifiers: { clipNorm: 50 } },
    ],
  },
  claims: [
    { kind: 'diverges', run: 0, from: 5, to: 12 },
    { kind: 'ends', run: 1, as: 'descending' },
  ],
};

/** Goyal et al. 2017 warm up for the same reason: the first gradients are the largest. */
export const warmingUp: Lesson = {
  id: 'warming-up',
  chapter: 'help',
  title: { en: 'Warm-up', zh: '学习率预热' },
  about: {
    en: 'The same start at a rate of 0.0018: it overflows within twelve steps, because the walls here are steeper than the valley. Rising to that rate over the first 20 steps lets it come down first; after that 0.0018 is safe.',
    zh: '同一起点，学习率 0.0018：这里的谷壁比谷底更陡，十二步内就溢出。让学习率在前 20 步内逐渐升到这个值，它先落入谷底，此后 0.0018 就是安全的。',
  },
  experiment: {
    version: 1,
    problem: { id: 'rosenbrock' },
    start: [-1.5, 2.5],
    steps: 300,
    runs: [
      { optimizer: 'gd', hyper: { lr: 0.0018 } },
      { optimizer: 'gd', hyper: { lr: 0.0018 }, schedule: { warmup: { startFactor: 0.1, steps: 20 } } },
    ],
  },
  claims: [
    { kind: 'diverges', run: 0, from: 5, to: 12 },
    { kind: 'misses', run: 1, by: 0 },
    { kind: 'ends', run: 1, as: 'descending' },
  ],
};
