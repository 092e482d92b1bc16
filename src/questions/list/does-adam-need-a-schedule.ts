import type { Question } from '../types';

export const doesAdamNeedASchedule: Question = {
  id: 'does-adam-need-a-schedule',
  topic: 'adaptive',
  question: { en: 'Adam is adaptive: does it still need a schedule?', zh: 'Adam 是自适应的，还需要学习率调度吗？' },
  wordings: {
    en: [
      'adam with learning rate decay, adam lr scheduler',
      'does adam adapt the learning rate by itself, do I need to tune lr for adam',
    ],
    zh: ['Adam 要不要学习率衰减', 'Adam 还用调学习率吗'],
  },
  answer: {
    en: 'With noisy gradients, yes. Adam evens out the parameters, but its steps do not shrink by themselves: in the example, at a constant 0.2, it rattles around the minimum for ever. With the rate falling from 0.2 along a cosine, its last hundred points are less than a third as far away.',
    zh: '梯度有噪声时，需要。Adam 会平衡各个参数，但步子不会自己变小：示例中学习率恒为 0.2 时，它一直在极小值点周围抖动。学习率从 0.2 起按余弦下降时，最后一百个点到极小值点的距离不到学习率恒定时的三分之一。',
  },
  experiment: {
    version: 1,
    problem: { id: 'noisy-quadratic' },
    epochs: 6,
    runs: [
      { optimizer: 'adam', hyper: { lr: 0.2 }, batch: { size: 10 } },
      { optimizer: 'adam', hyper: { lr: 0.2 }, batch: { size: 10 }, schedule: { kind: 'cosine', tMax: 600 } },
    ],
  },
  screen: { lossAxis: 'epoch' },
  lesson: 'rates-that-fall',
  claims: [
    { kind: 'scatters', run: 0, than: 1, after: 500, from: 3, to: 30 },
    ...[2, 3].map((seed) => ({
      kind: 'instead' as const,
      changes: { seed },
      claim: { kind: 'scatters' as const, run: 0, than: 1, after: 500, from: 3, to: 30 },
    })),
  ],
};
