import type { Question } from '../types';

export const whyDoesTheLossGoUpAtFirst: Question = {
  id: 'why-does-the-loss-go-up-at-first',
  topic: 'trouble',
  question: { en: 'Why does the loss go up at first?', zh: '损失为什么一开始会上升？' },
  wordings: {
    en: [
      'loss increases in the beginning, rises before it falls, initial spike',
      'first steps make it worse, catapult',
    ],
    zh: ['刚开始训练损失变大', '先升后降', '开头几步损失飙升'],
  },
  answer: {
    en: 'Because the rate is too large for the place where training begins, though not for the place where it ends. In the example the largest curvature is 6.3 at the start, so 0.4 is above 2/6.3; the loss rises fivefold in two updates, and the run lands where the curvature is 2.7 and 0.4 is safe. At 0.08 the loss falls from the first update on.',
    zh: '因为学习率对起点来说太大，对终点来说却不大。示例中起点处最大曲率为 6.3，0.4 高于 2/6.3；两次更新后损失升到约五倍，随后轨迹落到曲率为 2.7 的地方，0.4 在那里是安全的。取 0.08，损失从第一步起就下降。',
  },
  experiment: {
    version: 1,
    problem: { loss: '0.5*(x*y - 1)^2', parameters: ['x', 'y'] },
    start: [2.5, 0.1],
    steps: 20,
    runs: [
      { optimizer: 'gd', hyper: { lr: 0.4 } },
      { optimizer: 'gd', hyper: { lr: 0.08 } },
    ],
  },
  screen: { lossScale: 'linear' },
  claims: [
    { kind: 'curved', at: [2.5, 0.1], by: [6.28981, -0.02981] },
    { kind: 'curved', at: [1.49863, 0.667278], by: [2.6912, 0] },
    { kind: 'rebounds', run: 0, times: 4.5, to: 2 },
    { kind: 'arrives', run: 0, at: [1.49863, 0.667278], within: 1e-4 },
    { kind: 'falls', run: 1 },
  ],
};
