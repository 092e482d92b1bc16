import type { Lesson } from '../types';

/** Duchi, Hazan, Singer 2011; Hinton 2012; Kingma and Ba 2015. */
export const stepsThatDie: Lesson = {
  id: 'steps-that-die',
  chapter: 'scale',
  title: { en: 'Adagrad’s steps die', zh: 'Adagrad 的步子越来越小' },
  about: {
    en: 'Adagrad divides by the root of the sum of all squared gradients. The first ones here are huge, the sum never forgets them, and the effective rate only falls. RMSProp keeps a sliding average, Adam adds momentum and bias correction: both go on.',
    zh: 'Adagrad 除以历史梯度平方和的平方根。这里最初的梯度极大，累积和永远记得它们，有效学习率只降不升。RMSProp 改用滑动平均，Adam 再加上动量和偏差修正，二者都能继续前进。',
  },
  experiment: {
    version: 1,
    problem: { id: 'rosenbrock' },
    start: [-1.5, 2],
    steps: 2000,
    runs: [
      { optimizer: 'adagrad', hyper: { lr: 0.5 } },
      { optimizer: 'rmsprop', hyper: { lr: 0.02 } },
      { optimizer: 'adam', hyper: { lr: 0.02 } },
    ],
  },
  claims: [
    { kind: 'misses', run: 0, by: 0.5 },
    { kind: 'arrives', run: 2, within: 0.05 },
    { kind: 'lower', run: 1, than: 0 },
  ],
};
