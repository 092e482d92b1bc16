import type { Question } from '../types';

export const whyIsMyLossFlat: Question = {
  id: 'why-is-my-loss-flat',
  topic: 'trouble',
  question: { en: 'Why does my loss not go down at all?', zh: '损失为什么从一开始就不下降？' },
  wordings: {
    en: [
      'why is my loss flat, does not decrease, does not change, not learning',
      'plateau, saturated, vanishing gradient',
      'loss stuck from the beginning',
    ],
    zh: ['损失为什么一直不动、不变化', '平台、饱和、梯度消失', '一开始就学不动', 'loss 卡住'],
  },
  answer: {
    en: 'Because the steps are too short for the ground: on a plateau the gradient nearly vanishes, and a step is the rate times the gradient. From x = 4, where tanh²x is almost level, gradient descent at 0.1 has come down by less than 0.001 after 200 updates. Adam divides by the gradient’s own size, moves by about 0.1 an update and arrives.',
    zh: '因为相对于地形，步子太短：在平台上梯度几乎为零，而步长等于学习率乘以梯度。从 x = 4 出发，tanh²x 在那里几乎是平的，学习率 0.1 的梯度下降 200 次更新后损失只降低不到 0.001。Adam 除以梯度自身的大小，每次约移动 0.1，于是能够到达。',
  },
  experiment: {
    version: 1,
    problem: { loss: 'tanh(x)^2', parameters: ['x'] },
    start: [4],
    steps: 200,
    runs: [
      { optimizer: 'gd', hyper: { lr: 0.1 } },
      { optimizer: 'adam', hyper: { lr: 0.1 } },
    ],
  },
  screen: { lossScale: 'linear' },
  claims: [
    { kind: 'loss', run: 0, at: 0, from: 0.9986, to: 0.9987 },
    { kind: 'loss', run: 0, from: 0.9984, to: 0.9986 },
    { kind: 'passes', run: 1, row: 1, at: [3.9], within: 1e-3 },
    { kind: 'passes', run: 1, row: 5, at: [3.5], within: 2e-3 },
    { kind: 'arrives', run: 1, at: [0], within: 0.001 },
  ],
};
