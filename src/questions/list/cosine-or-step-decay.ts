import type { Question } from '../types';

export const cosineOrStepDecay: Question = {
  id: 'cosine-or-step-decay',
  topic: 'rate',
  question: { en: 'Cosine or step decay?', zh: '余弦退火还是阶梯衰减？' },
  wordings: {
    en: ['which learning rate schedule, cosine annealing vs step lr, multistep', 'best scheduler, lr decay'],
    zh: ['学习率调度选哪个、余弦衰减、分段常数衰减', 'StepLR 和 CosineAnnealing 比较'],
  },
  answer: {
    en: 'Either, as long as the rate gets small in the end: what matters is that the noise dies down. In the example (noisy labels, one sample at a time) cosine and two tenfold steps end within 0.1% of each other, and both lower than the constant rate, which keeps rattling. Cosine spares you the choice of when to drop.',
    zh: '都可以，只要学习率最后足够小：关键是让噪声平息。示例中标签有噪声，每次一个样本，余弦与两次降为十分之一的阶梯，最终损失相差不到 0.1%，都低于一直抖动的恒定学习率。用余弦就不必选择何时下降。',
  },
  experiment: {
    version: 1,
    problem: { id: 'linear-regression', data: { samples: 200, noise: 2 } },
    epochs: 20,
    runs: [
      { optimizer: 'sgd', hyper: { lr: 0.1 }, batch: { size: 1 } },
      { optimizer: 'sgd', hyper: { lr: 0.1 }, batch: { size: 1 }, schedule: { kind: 'cosine', tMax: 4000 } },
      {
        optimizer: 'sgd',
        hyper: { lr: 0.1 },
        batch: { size: 1 },
        schedule: { kind: 'multiStep', milestones: [2000, 3000], gamma: 0.1 },
      },
    ],
  },
  screen: { lossAxis: 'epoch' },
  lesson: 'rates-that-fall',
  claims: [
    { kind: 'loss', run: 1, from: 1.9825, to: 1.984 },
    { kind: 'loss', run: 2, from: 1.9825, to: 1.984 },
    { kind: 'lower', run: 1, than: 0, times: 1.02 },
    { kind: 'lower', run: 2, than: 0, times: 1.02 },
    ...[2, 3].map((seed) => ({
      kind: 'instead' as const,
      changes: { seed },
      claim: { kind: 'lower' as const, run: 1, than: 0, times: 1.02 },
    })),
  ],
};
