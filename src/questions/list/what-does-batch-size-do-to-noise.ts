import type { Question } from '../types';

export const whatDoesBatchSizeDoToNoise: Question = {
  id: 'what-does-batch-size-do-to-noise',
  topic: 'batches',
  question: { en: 'What does the batch size do to the noise?', zh: '批量大小怎样影响噪声？' },
  wordings: {
    en: [
      'gradient noise, variance of the gradient, noisy loss curve, small batch noise',
      'why is my loss curve jagged, large batch smoother',
    ],
    zh: ['梯度噪声、方差', '损失曲线抖动很厉害、毛刺', '大批量更平滑'],
  },
  answer: {
    en: 'The mean over n samples scatters by 1/√n of one sample’s gradient. So in the example, with batches of 16 instead of 4, the run ends up rattling about half as far from the minimum; a quarter of the rate has the same effect, with four times as many updates.',
    zh: 'n 个样本的平均梯度，离散程度是单个样本的 1/√n。因此示例中批量变为四倍（从 4 到 16），轨迹在极小值点周围抖动的幅度大约减半；学习率取四分之一效果相同，只是更新次数是四倍。',
  },
  experiment: {
    version: 1,
    problem: { id: 'noisy-quadratic', data: { samples: 1000, dimensions: 1 } },
    epochs: 20,
    runs: [
      { optimizer: 'sgd', hyper: { lr: 0.1 }, batch: { size: 4, sampling: 'replacement' } },
      { optimizer: 'sgd', hyper: { lr: 0.1 }, batch: { size: 16, sampling: 'replacement' } },
      { optimizer: 'sgd', hyper: { lr: 0.025 }, batch: { size: 4, sampling: 'replacement' } },
    ],
  },
  screen: { lossAxis: 'epoch' },
  lesson: 'batch-sizes',
  claims: [
    { kind: 'scatters', run: 0, than: 1, after: 200, from: 1.8, to: 2.3 },
    { kind: 'scatters', run: 0, than: 2, after: 200, from: 1.8, to: 2.3 },
    { kind: 'updates', run: 1, count: 1260 },
    { kind: 'updates', run: 2, count: 5000 },
  ],
};
