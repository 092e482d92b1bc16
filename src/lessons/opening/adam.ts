import type { OpeningStop } from './types';

/** Three optimizers on Rosenbrock's valley; only Adam's rate moves. */
export const adam: OpeningStop = {
  title: { en: 'Adam beside them', zh: 'Adam 与前两种方法' },
  text: {
    en: 'A curved valley and three runs: gradient descent, SGD with momentum 0.9 at half of its learning rate, and Adam. Adam divides each step by the size of recent gradients, parameter by parameter.',
    zh: '一条弯曲的山谷，三条轨迹：梯度下降、动量为 0.9 且学习率减半的 SGD，以及 Adam。Adam 对每个参数分别把步长除以近期梯度的大小。',
  },
  experiment: {
    problem: { id: 'rosenbrock' },
    start: [-1.5, 2],
    steps: 300,
    runs: [
      { optimizer: 'gd', hyper: { lr: 0.001 } },
      { optimizer: 'sgd', hyper: { lr: 0.0005, momentum: 0.9 } },
      { optimizer: 'adam', hyper: { lr: 0.05 } },
    ],
  },
  lossScale: 'log',
  control: { run: 2, name: 'lr', min: 0.01, max: 1, label: { en: "Adam's learning rate η", zh: 'Adam 的学习率 η' } },
  question: {
    text: {
      en: 'Gradient descent has η = 0.001 here; at 0.005 it would diverge. Push Adam’s η from 0.05 to 0.5, ten times as much. What happens?',
      zh: '梯度下降在这里取 η = 0.001；取 0.005 就会发散。把 Adam 的 η 从 0.05 推到 0.5，放大到十倍，会怎样？',
    },
    answers: [
      {
        text: { en: 'It diverges, too', zh: '同样发散' },
        claims: [{ kind: 'diverges', run: 2, from: 1, to: 300 }],
      },
      {
        text: { en: 'It ends nearer to the star', zh: '终点离星标更近' },
        claims: [{ kind: 'arrives', run: 2, within: 1 }],
      },
      {
        text: { en: 'It ends farther from the star', zh: '终点离星标更远' },
        claims: [{ kind: 'misses', run: 2, by: 1.6 }],
      },
    ],
    right: 1,
    at: 0.5,
    seen: [0.4, 0.7],
    because: {
      en: 'Each step is divided by the size of recent gradients, so none is much longer than η along x or y, however steep the wall. The larger η only takes it farther along the valley: after 50 steps it is at x = −0.8, at 0.05 still at −1.4. Adam is not always ahead: at 0.05 SGD with momentum ended nearer.',
      zh: '每一步都除以近期梯度的大小，所以无论谷壁多陡，沿 x 或 y 的步长都不会比 η 大多少。η 变大，只是让它沿山谷走得更远：50 步之后它已到 x = −0.8，而 η = 0.05 时还在 −1.4。Adam 并不总是领先：η = 0.05 时，带动量的 SGD 的终点更近。',
    },
  },
  claims: [
    { kind: 'nearer', run: 1, than: 2, to: [1, 1], at: 300 },
    { kind: 'nearer', run: 2, than: 0, to: [1, 1], at: 300 },
  ],
};
