import type { OpeningStop } from './types';

/** A hundred noisy samples; the rate, the start and the ten epochs stay. */
export const batches: OpeningStop = {
  title: { en: 'Batches and their noise', zh: '批量与噪声' },
  text: {
    en: 'Here a plane is fitted to 100 noisy samples, and the loss is the mean over them. An update from all 100 follows the true slope. An update from a few follows a guess, but one pass over the samples (an epoch) then makes many updates.',
    zh: '这里用 100 个带噪声的样本拟合一个平面，损失是它们的平均值。用全部样本的一次更新沿真实的斜率；只用几个样本的更新沿一个估计值，但把样本过一遍（一个轮次）就能更新很多次。',
  },
  experiment: {
    version: 1,
    problem: { id: 'linear-regression', data: { samples: 100, noise: 2 } },
    start: [-3, 3, 0],
    epochs: 10,
    runs: [{ optimizer: 'gd', hyper: { lr: 0.1 }, batch: { size: 100 } }],
  },
  lossScale: 'log',
  control: {
    run: 0,
    name: 'batch',
    min: 1,
    max: 100,
    integer: true,
    label: { en: 'samples per update', zh: '每次更新的样本数' },
  },
  question: {
    text: {
      en: 'Ten epochs of full batches are ten updates. With one sample per update they are a thousand. How does that run end?',
      zh: '十个轮次的全批量就是十次更新。每次更新只用一个样本，就是一千次。那条轨迹会怎样结束？',
    },
    answers: [
      {
        text: { en: 'Exactly at the star', zh: '恰好在星标处' },
        claims: [{ kind: 'arrives', run: 0, within: 0.01 }],
      },
      {
        text: { en: 'Nearer than now, but still jumping about', zh: '比现在近，但仍跳来跳去' },
        claims: [
          { kind: 'misses', run: 0, by: 0.2 },
          { kind: 'arrives', run: 0, within: 2 },
        ],
      },
      {
        text: { en: 'It never gets near', zh: '始终无法接近' },
        claims: [{ kind: 'misses', run: 0, by: 2.9 }],
      },
    ],
    right: 1,
    at: 1,
    seen: [1, 2],
    because: {
      en: 'Many small guesses get near fast. But at the minimum each sample still pulls its own way, so with a constant rate the path never comes to rest. Batches of about ten are a good middle here.',
      zh: '许多次粗略的估计能很快接近。但即使在最小值点，每个样本仍各拉各的方向，所以学习率不变时路径静不下来。这里每批十个左右是不错的折中。',
    },
  },
  claims: [{ kind: 'misses', run: 0, by: 2.5 }],
};
