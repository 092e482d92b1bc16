import type { Lesson } from '../types';

const sgd = (stages: number) => ({ optimizer: 'sgd', hyper: { lr: 0.02 }, batch: { size: 1, stages } });

/** Bengio et al. 2009, Curriculum Learning. */
export const easyFirst: Lesson = {
  id: 'easy-first',
  chapter: 'help',
  title: { en: 'Easy samples first', zh: '先易后难' },
  about: {
    en: 'Very noisy labels. One run sees the samples in random order, the other a curriculum: in the first epoch only the quarter with the least noise, then more. It is nearer the truth after two epochs; once the hard samples join, the lead melts.',
    zh: '标签噪声很大。一条轨迹按随机顺序看样本，另一条采用课程：第一轮只用噪声最小的四分之一，之后逐步加入更难的。两轮之后它更接近真值；难样本加入后，优势逐渐消失。',
  },
  experiment: {
    version: 1,
    problem: { id: 'linear-regression', data: { samples: 200, noise: 5 } },
    epochs: 4,
    runs: [sgd(1), sgd(4)],
  },
  screen: { lossAxis: 'epoch', lossScale: 'linear' },
  claims: [{ kind: 'nearer', run: 1, than: 0, to: [2, -3.4, 4.2], at: 400 }],
};
