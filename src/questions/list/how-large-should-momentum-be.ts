import type { Question } from '../types';

/**
 * Polyak 1964: on a quadratic the errors shrink fastest with momentum ((√κ − 1)/(√κ + 1))² at the rate (2/(√L + √m))²,
 * by √μ an update; κ = L/m. Here L = 100 and m = 1: 0.669 at 0.0331.
 */
export const howLargeShouldMomentumBe: Question = {
  id: 'how-large-should-momentum-be',
  topic: 'momentum',
  question: { en: 'How large should momentum be?', zh: '动量系数怎么选？' },
  wordings: {
    en: [
      'best momentum value, which momentum to choose, optimal momentum',
      'momentum 0.9 or 0.99, what happens with too much momentum',
    ],
    zh: ['动量设多少', '动量选 0.9 还是 0.99、动量过大'],
  },
  answer: {
    en: 'Start with 0.9, and lower it if the loss swings for long. On a quadratic with condition number κ the best is ((√κ − 1)/(√κ + 1))²: 0.67 for the 100 of the example, 0.94 for 4,000. At one rate, 0.67 converges there within 60 updates, 0.9 within 160, and 0.99 still swings after 300, because its swings shrink by only √0.99, half a percent, an update.',
    zh: '先用 0.9，如果损失长时间来回摆动，就减小。在条件数为 κ 的二次函数上，最佳值是 ((√κ − 1)/(√κ + 1))²：示例中 κ = 100，约为 0.67；κ = 4000 时约为 0.94。学习率相同，0.67 在 60 次更新内收敛，0.9 在 160 次内；0.99 到 300 次仍在摆动，因为每次更新摆幅只减小约千分之五（乘以 √0.99）。',
  },
  experiment: {
    version: 1,
    problem: { id: 'quadratic', constants: { kappa: 100 } },
    steps: 300,
    runs: [0.67, 0.9, 0.99].map((momentum) => ({ optimizer: 'sgd', hyper: { lr: 0.033, momentum } })),
  },
  screen: { selected: 1 },
  lesson: 'memory-of-gradients',
  claims: [
    { kind: 'curved', at: [0, 0], by: [100, 1] },
    { kind: 'ends', run: 0, as: 'converged', by: 60 },
    { kind: 'ends', run: 1, as: 'converged', by: 160 },
    { kind: 'endsOtherwise', run: 2, than: 'converged' },
    { kind: 'flips', run: 2, parameter: 1, from: 100, to: 300 },
    { kind: 'ratio', run: 2, over: 1, at: 100, from: 1000 },
  ],
};
