import type { Question } from '../types';

export const whatMomentumDoes: Question = {
  id: 'what-momentum-does',
  topic: 'momentum',
  question: { en: 'What does momentum do?', zh: '动量有什么用？' },
  wordings: {
    en: [
      'why use momentum, heavy ball, velocity, inertia',
      'momentum 0.9 meaning, sgd with momentum',
      'how does momentum speed up training',
    ],
    zh: ['动量法的作用、重球法、惯性、速度', '为什么要加动量', '动量 0.9 是什么意思'],
  },
  answer: {
    en: 'It adds up past gradients with weights 1, μ, μ² …: where they agree, steps grow up to 1/(1 − μ) times as long, and where they alternate they cancel. In the example the loss curves 100 times as much along y as along x; at the same rate, momentum 0.9 ends more than a thousand times lower than plain descent. The price: it overshoots and swings before it settles.',
    zh: '它把过去的梯度按权重 1、μ、μ²……累加：方向一致时，步子最多增长到 1/(1 − μ) 倍；方向交替时，彼此抵消。示例中损失沿 y 方向的曲率是沿 x 方向的 100 倍；学习率相同时，动量 0.9 最后的损失不到普通梯度下降的千分之一。代价是：它会冲过头，来回摆动之后才稳定。',
  },
  experiment: {
    version: 1,
    problem: { id: 'quadratic', constants: { kappa: 100 } },
    steps: 100,
    runs: [
      { optimizer: 'gd', hyper: { lr: 0.01 } },
      { optimizer: 'sgd', hyper: { lr: 0.01, momentum: 0.9 } },
    ],
  },
  screen: { selected: 1 },
  lesson: 'memory-of-gradients',
  claims: [
    { kind: 'curved', at: [0, 0], by: [100, 1] },
    { kind: 'lower', run: 1, than: 0, times: 1000 },
    { kind: 'flips', run: 0, parameter: 1, from: 0, to: 0 },
    { kind: 'flips', run: 1, parameter: 1, from: 10, to: 60 },
    { kind: 'flips', run: 1, parameter: 0, from: 2, to: 8 },
    { kind: 'rebounds', run: 1, times: 2 },
  ],
};
