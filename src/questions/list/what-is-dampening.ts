import type { Question } from '../types';

export const whatIsDampening: Question = {
  id: 'what-is-dampening',
  topic: 'libraries',
  question: { en: 'What is dampening in torch’s SGD?', zh: 'torch SGD 里的 dampening 是什么？' },
  wordings: {
    en: ['dampening parameter, damping of momentum', 'should I set dampening equal to momentum'],
    zh: ['动量抑制、动量阻尼、阻尼参数', 'dampening 要不要设'],
  },
  answer: {
    en: 'It lets only 1 − τ of each new gradient into the velocity. With τ = μ = 0.9 the velocity is an average, so the rate must be ten times as large for the same path. Not quite the same, though: torch takes the very first gradient whole, so the first step is ten times as long as that of a true average, from (−2, 0.4) to (−1, −1.6), and the swing dies slowly.',
    zh: '它只让每个新梯度的 1 − τ 进入速度。τ = μ = 0.9 时，速度就是滑动平均，因此要十倍的学习率才有同样的轨迹。但不完全相同：torch 把第一个梯度整个放进去，第一步是真正滑动平均的十倍，从 (−2, 0.4) 直到 (−1, −1.6)，引起的摆动很久才平息。',
  },
  experiment: {
    version: 1,
    problem: { id: 'quadratic', constants: { kappa: 10 } },
    start: [-2, 0.4],
    steps: 150,
    runs: [
      { optimizer: 'sgd', hyper: { lr: 0.5, momentum: 0.9, dampening: 0.9 } },
      { optimizer: 'momentum-average', hyper: { lr: 0.5, momentum: 0.9 } },
      { optimizer: 'sgd', hyper: { lr: 0.05, momentum: 0.9 } },
    ],
  },
  lesson: 'dampening',
  claims: [
    { kind: 'together', runs: [1, 2], within: 1e-4 },
    { kind: 'passes', run: 0, row: 1, at: [-1, -1.6], within: 1e-5 },
    { kind: 'passes', run: 1, row: 1, at: [-1.9, 0.2], within: 1e-5 },
    { kind: 'lower', run: 1, than: 0, at: 50, times: 10 },
  ],
};
