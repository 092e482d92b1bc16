import type { Question } from '../types';

export const whyNotStraightToTheMinimum: Question = {
  id: 'why-not-straight-to-the-minimum',
  topic: 'surface',
  question: { en: 'Why doesn’t the path go straight to the minimum?', zh: '轨迹为什么不直奔极小值点？' },
  wordings: {
    en: [
      'gradient does not point to the minimum, curved path, steepest descent direction',
      'path perpendicular to the contours',
    ],
    zh: ['梯度不指向极小值点、弯曲的路径', '最速下降方向、与等高线垂直'],
  },
  answer: {
    en: 'The negative gradient is the direction of steepest descent here and now, at right angles to the contour, and that leads past the minimum unless the contours are circles. In the example, from (−4, 2), the first step goes 0.5 along y and only 0.04 along x. With equal curvatures in both directions (κ = 1) the contours are circles, and one step of the right length arrives.',
    zh: '负梯度是此时此地下降最快的方向，与等高线垂直；除非等高线是圆，否则它并不指向极小值点。示例中从 (−4, 2) 出发，第一步沿 y 走 0.5，沿 x 只走 0.04。两个方向曲率相等（κ = 1）时等高线是圆，长度合适的一步就能到达。',
  },
  experiment: {
    version: 1,
    problem: { id: 'quadratic', constants: { kappa: 25 } },
    steps: 60,
    runs: [{ optimizer: 'gd', hyper: { lr: 0.01 } }],
  },
  screen: { units: 'equal', tab: 'gradient' },
  lesson: 'steepest-direction',
  claims: [
    { kind: 'turned', run: 0, update: 1, degrees: 0 },
    { kind: 'passes', run: 0, row: 1, at: [-3.96, 1.5], within: 1e-5 },
    {
      kind: 'instead',
      changes: { problem: { constants: { kappa: 1 } }, runs: [{ optimizer: 'gd', hyper: { lr: 1 } }] },
      claim: { kind: 'passes', run: 0, row: 1, at: [0, 0], within: 1e-6 },
    },
  ],
};
