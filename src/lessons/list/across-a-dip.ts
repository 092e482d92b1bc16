import type { Lesson } from '../types';

export const acrossADip: Lesson = {
  id: 'across-a-dip',
  chapter: 'memory',
  title: { en: 'Across a dip', zh: '越过小坑' },
  about: {
    en: 'A parabola with ripples. Gradient descent stops in the first dip. With momentum 0.8 the velocity carries it through and into the lowest valley on its side; with 0.9 over the next hill as well, into the twin on the other side.',
    zh: '带波纹的抛物线。梯度下降停在第一个小坑里。动量取 0.8 时，速度带它穿过小坑，落入这一侧的最低谷；取 0.9 时连下一个小丘也越过，落入另一侧的对称谷中。',
  },
  experiment: {
    version: 1,
    problem: { loss: '0.1*x^2 + 0.25*cos(3*x)', parameters: ['x'] },
    start: [6],
    steps: 150,
    runs: [
      { optimizer: 'gd', hyper: { lr: 0.1 } },
      { optimizer: 'sgd', hyper: { lr: 0.1, momentum: 0.8 } },
      { optimizer: 'sgd', hyper: { lr: 0.1, momentum: 0.9 } },
    ],
  },
  screen: { lossScale: 'linear' },
  claims: [
    { kind: 'arrives', run: 0, at: [2.8534], within: 0.01 },
    { kind: 'arrives', run: 1, at: [0.9609], within: 0.01 },
    { kind: 'arrives', run: 2, at: [-0.9609], within: 0.01 },
  ],
};
