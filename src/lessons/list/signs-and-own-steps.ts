import type { Lesson } from '../types';

/** Riedmiller and Braun 1993 (Rprop); Chen et al. 2023 (Lion); Zeiler 2012 (Adadelta). */
export const signsAndOwnSteps: Lesson = {
  id: 'signs-and-own-steps',
  chapter: 'scale',
  title: { en: 'Only the sign', zh: '只看符号' },
  about: {
    en: 'Curvatures 1 and 100. Rprop reads signs alone: a parameter’s step grows by 1.2 while its sign stays, and halves where it turns. Lion moves every parameter by η, by the sign of an average, and circles the minimum for ever. Adadelta sizes steps by its past ones, which begin near 0.',
    zh: '曲率为 1 和 100。Rprop 只看梯度的符号：符号不变，该参数的步长乘以 1.2；符号反转，步长减半。Lion 按某个平均的符号，让每个参数都移动 η，于是永远绕着最小值打转。Adadelta 按自己以往的步长定步长，而它们从接近 0 开始。',
  },
  experiment: {
    version: 1,
    problem: { id: 'quadratic', constants: { kappa: 100 } },
    steps: 300,
    runs: [
      { optimizer: 'rprop', hyper: { lr: 0.1 } },
      { optimizer: 'lion', hyper: { lr: 0.08 } },
      { optimizer: 'adadelta', hyper: { lr: 1 } },
      { optimizer: 'gd', hyper: { lr: 0.0195 } },
    ],
  },
  claims: [
    { kind: 'passes', run: 0, row: 1, at: [-3.9, 1.9], within: 1e-5 },
    { kind: 'passes', run: 0, row: 2, at: [-3.78, 1.78], within: 1e-5 },
    { kind: 'lower', run: 0, than: 3, at: 60, times: 1e4 },
    { kind: 'passes', run: 1, row: 1, at: [-3.92, 1.92], within: 1e-5 },
    { kind: 'passes', run: 1, row: 20, at: [-2.4, 0.4], within: 1e-4 },
    { kind: 'ends', run: 1, as: 'cycling', period: 4 },
    { kind: 'passes', run: 2, row: 1, at: [-3.99684, 1.99684], within: 1e-4 },
    { kind: 'misses', run: 2, by: 2 },
  ],
};
