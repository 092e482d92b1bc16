import type { Lesson } from '../types';

/** Polyak and Juditsky 1992. */
export const averagedPath: Lesson = {
  id: 'averaged-path',
  chapter: 'help',
  title: { en: '… or an average of the path', zh: '……或者对轨迹取平均' },
  about: {
    en: 'Noisy labels, one sample at a time. ASGD walks as SGD does, at a constant rate, and never settles; but from update 200 on it keeps the mean of where it has been (state ax, plotted). That mean is ten times as near to the least-squares weights as the last point.',
    zh: '标签有噪声，每次一个样本。ASGD 的轨迹与恒定学习率的 SGD 几乎相同，始终停不下来；但从第 200 次更新起，它另外保存走过各点的平均（图中的状态 ax）。这个平均与最小二乘解的距离，不到最后一点的十分之一。',
  },
  experiment: {
    version: 1,
    problem: { id: 'linear-regression', data: { samples: 200, noise: 2 } },
    epochs: 6,
    runs: [
      { optimizer: 'sgd', hyper: { lr: 0.05 }, batch: { size: 1 } },
      { optimizer: 'asgd', hyper: { lr: 0.05, t0: 200 }, batch: { size: 1 } },
    ],
  },
  screen: { plot: { quantity: 'state.ax' }, lossScale: 'linear', lossAxis: 'epoch', tab: 'data' },
  claims: [
    { kind: 'together', runs: [0, 1], within: 0.01 },
    { kind: 'misses', run: 1, by: 0.1 },
    { kind: 'averages', run: 1, from: 200, times: 10 },
  ],
};
