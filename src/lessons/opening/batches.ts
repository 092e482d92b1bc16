import type { OpeningStop } from './types';

/** A hundred noisy samples; the rate, the start and the ten epochs stay. */
export const batches: OpeningStop = {
  title: { en: 'Batches and their noise', zh: '批量与噪声' },
  text: {
    en: 'A line c₀ + c₁·x is fitted to 100 noisy samples; the loss is half the mean of its squared errors. A batch is the samples that one update looks at. All 100 give the exact gradient of the loss; a few picked at random give an estimate, but one pass over the samples (an epoch) then makes many updates. Random batches are the S in SGD: stochastic gradient descent.',
    zh: '用直线 c₀ + c₁·x 拟合 100 个带噪声的样本，损失是各样本误差平方的平均值的一半。一次更新所用的样本叫一个批量。用全部 100 个，损失的梯度是准确的；随机取几个，梯度只是估计，但把样本过一遍（一轮）就能更新很多次。SGD（随机梯度下降）中的“随机”指的就是随机取批量。',
  },
  experiment: {
    problem: { id: 'polynomial-regression', data: { samples: 100, degree: 1, validation: 0, noise: 2 } },
    start: [-0.5, 6],
    epochs: 10,
    runs: [{ optimizer: 'sgd', hyper: { lr: 0.2 }, batch: { size: 100 } }],
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
      zh: '每次更新用全部样本（全批量），训练十轮就是十次更新；每次只用一个样本，就是一千次。那条轨迹会怎样结束？',
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
      en: 'Many rough steps get near fast. But at the minimum each sample still pulls its own way, so with a constant rate the path never comes to rest. Batches of about ten are a good middle here.',
      zh: '许多次粗略的更新能很快接近。但即使在极小值点，各个样本仍把参数拉向不同的方向，所以学习率不变时轨迹停不下来。这里每批十个左右是不错的折中。',
    },
  },
  claims: [{ kind: 'misses', run: 0, by: 2.5 }],
};
