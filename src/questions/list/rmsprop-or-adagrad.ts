import type { Question } from '../types';

export const rmspropOrAdagrad: Question = {
  id: 'rmsprop-or-adagrad',
  topic: 'adaptive',
  question: { en: 'RMSprop or Adagrad: what is the difference?', zh: 'RMSprop 和 Adagrad 有什么区别？' },
  wordings: {
    en: [
      'rmsprop vs adagrad, accumulated squared gradients, moving average of squared gradients',
      'adagrad learning rate goes to zero, steps die',
    ],
    zh: ['Adagrad 学习率趋于零、步子越来越小', '梯度平方的累加与滑动平均'],
  },
  answer: {
    en: 'Adagrad divides by the root of the sum of all squared gradients, RMSprop by the root of their moving average. On |x| the gradient is always 1 in size, so Adagrad’s kth step is η/√k: after 400 updates it is still more than 1 away. RMSprop’s steps settle at η, so it arrives with a fifth of the rate, and then hops around the minimum.',
    zh: 'Adagrad 除以全部历史梯度平方之和的平方根，RMSprop 除以其滑动平均的平方根。|x| 的梯度大小恒为 1，Adagrad 的第 k 步是 η/√k：400 次更新后仍差 1 以上。RMSprop 的步长稳定在 η，学习率只有五分之一也能到达，之后在极小值点两侧来回跳。',
  },
  experiment: {
    version: 1,
    problem: { loss: 'abs(x)', parameters: ['x'] },
    start: [5],
    steps: 400,
    runs: [
      { optimizer: 'adagrad', hyper: { lr: 0.1 } },
      { optimizer: 'rmsprop', hyper: { lr: 0.02 } },
    ],
  },
  screen: { plot: { quantity: 'update' } },
  lesson: 'steps-that-die',
  claims: [
    { kind: 'passes', run: 0, row: 1, at: [4.9], within: 1e-4 },
    { kind: 'passes', run: 0, row: 4, at: [5 - 0.1 * (1 + 2 ** -0.5 + 3 ** -0.5 + 0.5)], within: 1e-4 },
    { kind: 'misses', run: 0, by: 1, at: [0] },
    // From there on the rate is divided by nearly 1.
    { kind: 'state', run: 1, name: 's', row: 390, from: 0.95, to: 1.001 },
    { kind: 'arrives', run: 1, within: 0.03, at: [0] },
    { kind: 'flips', run: 1, parameter: 0, from: 10, to: 400 },
  ],
};
