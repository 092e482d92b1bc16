import type { Question } from '../types';

export const isAZigzagNormal: Question = {
  id: 'is-a-zigzag-normal',
  topic: 'trouble',
  question: { en: 'Is a zigzag normal?', zh: '轨迹走成锯齿形正常吗？' },
  wordings: {
    en: [
      'path zigzags, zig zag, jagged path, bounces from side to side of the valley',
      'gradient descent bounces between the walls',
    ],
    zh: ['之字形', '锯齿状路径', '来回弹跳', '在山谷两壁之间反复横跳'],
  },
  answer: {
    en: 'Yes, as long as the loss still falls: the rate is large for the steep direction, so each step jumps over the valley’s floor, a little lower every time. In the example, at 0.07, y changes its sign at every update and still shrinks by a quarter; at 0.04 it needs one step; at 0.085 the swings grow, and that is no longer normal.',
    zh: '只要损失仍在下降，就是正常的：学习率对陡的方向来说偏大，每一步都越过谷底，但一次比一次低。示例中学习率为 0.07 时，y 每次更新都变号，同时缩小四分之一；0.04 时一步就到；0.085 时摆动越来越大，那就不正常了。',
  },
  experiment: {
    version: 1,
    problem: { id: 'quadratic', constants: { kappa: 25 } },
    steps: 40,
    runs: [
      { optimizer: 'gd', hyper: { lr: 0.07 } },
      { optimizer: 'gd', hyper: { lr: 0.04 } },
      { optimizer: 'gd', hyper: { lr: 0.085 } },
    ],
  },
  screen: { units: 'equal' },
  lesson: 'a-long-valley',
  claims: [
    { kind: 'falls', run: 0 },
    { kind: 'flips', run: 0, parameter: 1, from: 40, to: 40 },
    { kind: 'passes', run: 0, row: 1, at: [-3.72, -1.5], within: 1e-5 },
    { kind: 'passes', run: 1, row: 1, at: [-3.84, 0], within: 1e-6 },
    { kind: 'passes', run: 2, row: 1, at: [-3.66, -2.25], within: 1e-5 },
    { kind: 'ends', run: 2, as: 'left' },
  ],
};
