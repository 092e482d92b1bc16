import type { Question } from '../types';

export const whyAmsgrad: Question = {
  id: 'why-amsgrad',
  topic: 'adaptive',
  question: { en: 'What is AMSGrad for?', zh: 'AMSGrad 解决了什么问题？' },
  wordings: {
    en: [
      'amsgrad=True, does adam converge, adam does not converge',
      'max of v, non-increasing step size, Reddi counterexample',
    ],
    zh: ['Adam 不收敛的反例', '为什么要取 v 的最大值', 'amsgrad 参数'],
  },
  answer: {
    en: 'For losses where a rare, large gradient is the one that matters: Adam’s average forgets it too soon and follows the many small ones. In the example one update in 101 pushes strongly towards −1, the best point, and all others gently towards 1; Adam goes to 1. AMSGrad divides by the largest v so far, keeps the small steps small and goes to −1.',
    zh: '有些损失里，罕见的大梯度才是关键：Adam 的平均太快忘记它，转而跟随众多的小梯度。示例中每 101 次更新中有一次强烈推向最优点 −1，其余都轻轻推向 1；Adam 走到了 1。AMSGrad 除以迄今最大的 v，让小步保持小，于是走向 −1。',
  },
  experiment: {
    version: 1,
    problem: { id: 'reddi' },
    steps: 10_000,
    runs: [false, true].map((amsgrad) => ({
      optimizer: 'adam',
      hyper: { lr: 0.5, beta1: 0.9, beta2: 0.99, amsgrad },
      schedule: { kind: 'inverseSqrt' },
    })),
  },
  screen: { lossScale: 'linear' },
  lesson: 'adams-counterexample',
  claims: [
    { kind: 'arrives', run: 0, at: [1], within: 0.1 },
    { kind: 'arrives', run: 1, at: [-1], within: 0.15 },
  ],
};
