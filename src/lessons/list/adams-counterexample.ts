import type { Lesson } from '../types';

/** Reddi, Kale and Kumar 2018. */
export const adamsCounterexample: Lesson = {
  id: 'adams-counterexample',
  chapter: 'scale',
  title: { en: 'Where Adam goes the wrong way', zh: 'Adam 走错方向的例子' },
  about: { en: 'Can an average of gradients point uphill?', zh: '梯度的平均会指向上坡吗？' },
  minutes: 4,
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
  steps: [
    {
      kind: 'predict',
      question: {
        en: 'Once in 101 updates the slope is +1010, in all others −10. On average it is positive, so of all x in [−1, 1] the best is −1. Where does Adam go?',
        zh: '每 101 次更新中，斜率有一次是 +1010，其余都是 −10。平均为正，所以在 [−1, 1] 中最优的是 −1。Adam 会走向哪里？',
      },
      answers: [
        {
          text: { en: 'To −1, the best', zh: '最优点 −1' },
          claim: { kind: 'coordinate', run: 0, parameter: 0, to: -0.5 },
        },
        {
          text: { en: 'It stays near 0', zh: '留在 0 附近' },
          claim: { kind: 'coordinate', run: 0, parameter: 0, from: -0.5, to: 0.5 },
        },
        {
          text: { en: 'To +1, the worst', zh: '最差点 +1' },
          claim: { kind: 'coordinate', run: 0, parameter: 0, from: 0.5 },
        },
      ],
      because: {
        en: 'The rare large gradient is divided by its own size and moves x by little; then v, the average of squared gradients, forgets it, and a hundred small ones, divided by a small v, move x the other way. AMSGrad (run 2) never divides by less than the largest it has seen, and goes to −1.',
        zh: '罕见的大梯度被自己的大小除过，几乎不移动 x；随后 v（梯度平方的平均）忘掉了它，一百个小梯度除以小的 v，把 x 推向反方向。AMSGrad（第 2 条）的分母从不小于见过的最大值，走向 −1。',
      },
    },
    {
      kind: 'do',
      task: {
        en: 'Let Adam (run 1) remember longer: change its β₂ so that it ends below −0.5.',
        zh: '让 Adam（第 1 条）记得更久：改变它的 β₂，使最后的 x 小于 −0.5。',
      },
      hint: {
        en: 'β₂ remembers 1/(1 − β₂) updates: 100 at 0.99. Try 0.999.',
        zh: 'β₂ 记住 1/(1 − β₂) 次更新：0.99 时为 100 次。试试 0.999。',
      },
      claims: [{ kind: 'coordinate', run: 0, parameter: 0, to: -0.5 }],
      solution: { runs: { 0: { hyper: { beta2: 0.999 } } } },
    },
    {
      kind: 'why',
      text: {
        en: 'The example is made to fool a memory of 100 updates. In practice the lesson is: if what matters is rare (a rare word, a rare class), β₂ has to remember it.',
        zh: '这个例子专为骗过 100 次更新的记忆而造。实践中的教训是：如果要紧的东西很少出现（生僻的词、稀少的类），β₂ 就必须记得住它。',
      },
    },
  ],
  claims: [
    { kind: 'arrives', run: 0, at: [1], within: 0.02 },
    { kind: 'arrives', run: 1, at: [-1], within: 0.1 },
  ],
};
