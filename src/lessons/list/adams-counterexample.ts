import type { Lesson } from '../types';

/** Reddi, Kale and Kumar 2018. */
export const adamsCounterexample: Lesson = {
  id: 'adams-counterexample',
  chapter: 'scale',
  title: { en: 'Where Adam goes the wrong way', zh: 'Adam 走错方向的例子' },
  about: {
    en: 'Steep uphill once in 101 updates, gently downhill in all others; x must stay in [−1, 1] and −1 is best. Adam forgets the rare large gradient too soon and walks to +1. AMSGrad never divides by less than the largest it has seen, and walks to −1.',
    zh: '每 101 次更新中有一次陡峭的上坡，其余都是平缓的下坡；x 限制在 [−1, 1]，最优点是 −1。Adam 过快地忘记那个罕见的大梯度，走向 +1。AMSGrad 的分母从不小于见过的最大值，走向 −1。',
  },
  experiment: {
    version: 1,
    problem: { id: 'reddi' },
    steps: 20_000,
    runs: [false, true].map((amsgrad) => ({
      optimizer: 'adam',
      hyper: { lr: 0.5, beta1: 0.9, beta2: 0.99, amsgrad },
      schedule: { kind: 'inverseSqrt' },
    })),
  },
  screen: { lossScale: 'linear' },
  claims: [
    { kind: 'arrives', run: 0, at: [1], within: 0.02 },
    { kind: 'arrives', run: 1, at: [-1], within: 0.1 },
  ],
};
