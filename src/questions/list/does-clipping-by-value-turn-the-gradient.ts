import type { Question } from '../types';

export const doesClippingByValueTurnTheGradient: Question = {
  id: 'does-clipping-by-value-turn-the-gradient',
  topic: 'rate',
  question: { en: 'Does clipping by value turn the gradient?', zh: '按值裁剪会改变梯度的方向吗？' },
  wordings: {
    en: [
      'clip_grad_value_, clip by value vs clip by norm, direction of the clipped gradient',
      'clipvalue clipnorm difference',
    ],
    zh: ['clip_grad_value_、按值裁剪与按范数裁剪的区别', '裁剪后的梯度方向'],
  },
  answer: {
    en: 'Yes. In the example the gradient is (−4, 50); cut to 4 in each component it is (−4, 4), 40 degrees away from where it pointed. Clipping the norm to 4 shortens it and keeps its direction.',
    zh: '会。示例中的梯度是 (−4, 50)；每个分量裁剪到 4，就成了 (−4, 4)，与原方向相差 40 度。把范数裁剪到 4，只缩短长度，方向不变。',
  },
  experiment: {
    version: 1,
    problem: { id: 'quadratic', constants: { kappa: 25 } },
    steps: 60,
    runs: [
      { optimizer: 'gd', hyper: { lr: 0.02 } },
      { optimizer: 'gd', hyper: { lr: 0.02 }, modifiers: { clipValue: 4 } },
      { optimizer: 'gd', hyper: { lr: 0.02 }, modifiers: { clipNorm: 4 } },
    ],
  },
  screen: { units: 'equal', step: 15 },
  lesson: 'clipping',
  claims: [
    { kind: 'passes', run: 1, row: 1, at: [-3.92, 1.92], within: 1e-5 },
    { kind: 'turned', run: 1, update: 1, degrees: 40.4 },
    { kind: 'turned', run: 2, update: 1, degrees: 0 },
    { kind: 'passes', run: 2, row: 1, at: [-3.99362, 1.92025], within: 1e-4 },
  ],
};
