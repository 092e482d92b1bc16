import type { Question } from '../types';

export const whyDoesMyLossGrow: Question = {
  id: 'why-does-my-loss-grow',
  topic: 'trouble',
  question: { en: 'Why does my loss get bigger and bigger?', zh: '损失为什么越来越大？' },
  wordings: {
    en: [
      'error or cost increases instead of decreasing, grows at every step, wrong direction',
      'loss shoots off, flies off, blows up, diverges, does not converge',
      'learning rate too large, too high',
    ],
    zh: ['损失发散、飞了、炸了、爆了、不降反升', '不收敛、一直往上涨', '学习率太大、调大以后飞出'],
  },
  answer: {
    en: 'Because the learning rate is too large: every step overshoots the minimum and lands higher up on the other side. In the example the curvature is 2; a step multiplies x by 1 − 2η, which at 1.05 is −1.1, so the loss grows by 21% an update. Just below the stability edge 2/2 = 1, at 0.95, x changes sides as well, but the loss falls at every update. Make the rate smaller, a tenth to begin with: 0.1 comes down without changing sides.',
    zh: '因为学习率太大：每一步都越过极小值点，落到另一侧更高的地方。示例中曲率为 2，每一步把 x 乘以 1 − 2η；学习率取 1.05 时这个乘数是 −1.1，于是每次更新损失增大 21%。略低于稳定性边界 2/2 = 1 的 0.95 也来回换边，但损失每次更新都下降。请把学习率调小，可以先取十分之一：0.1 不换边，一路下降。',
  },
  experiment: {
    version: 1,
    problem: { loss: 'x^2', parameters: ['x'] },
    start: [4],
    steps: 30,
    runs: [
      { optimizer: 'gd', hyper: { lr: 1.05 } },
      { optimizer: 'gd', hyper: { lr: 0.95 } },
      { optimizer: 'gd', hyper: { lr: 0.1 } },
    ],
  },
  lesson: 'rates-on-a-parabola',
  claims: [
    { kind: 'curved', at: [0], by: [2] },
    { kind: 'passes', run: 0, row: 1, at: [-4.4], within: 1e-5 },
    { kind: 'loss', run: 0, at: 1, from: 19.35, to: 19.37 },
    { kind: 'loss', run: 0, at: 2, from: 23.42, to: 23.44 },
    { kind: 'rebounds', run: 0, times: 300 },
    { kind: 'flips', run: 1, parameter: 0, from: 30, to: 30 },
    { kind: 'falls', run: 1 },
    { kind: 'flips', run: 2, parameter: 0, from: 0, to: 0 },
    { kind: 'falls', run: 2 },
  ],
};
