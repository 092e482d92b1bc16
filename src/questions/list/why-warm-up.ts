import type { Question } from '../types';

export const whyWarmUp: Question = {
  id: 'why-warm-up',
  topic: 'rate',
  question: { en: 'Why warm up the learning rate?', zh: '为什么要做学习率预热（warm-up）？' },
  wordings: {
    en: [
      'warmup, linear warmup, warm up steps',
      'start with a small learning rate and increase it',
      'what is warmup for, warmup with adam',
    ],
    zh: ['预热、热身、warmup', '开始时学习率先小后大', '学习率逐渐升高'],
  },
  answer: {
    en: 'Because training often begins where the loss is steeper than anywhere it goes later, so that a rate which is right later is too large at first. In the example 0.0018 overflows within 12 updates; raised to that rate over 20 updates, the run first comes down into the valley, where it is safe. For Adam there is one more reason: at first it divides by the size of very few gradients, and its first step is η long, however small the gradient.',
    zh: '因为训练往往从最陡的地方开始，后来合适的学习率在开头太大。示例中，0.0018 在 12 次更新内就溢出（变为无穷大）；若在 20 次更新中逐渐升到 0.0018，轨迹先落入谷底，而在那里 0.0018 是安全的。对 Adam 还有一个原因：开头它除以的梯度大小只由很少几个梯度估计，第一步的长度总是 η，不管梯度多小。',
  },
  experiment: {
    version: 1,
    problem: { id: 'rosenbrock' },
    start: [-1.5, 2.5],
    steps: 300,
    runs: [
      { optimizer: 'gd', hyper: { lr: 0.0018 } },
      { optimizer: 'gd', hyper: { lr: 0.0018 }, schedule: { warmup: { startFactor: 0.1, steps: 20 } } },
    ],
  },
  lesson: 'warming-up',
  claims: [
    { kind: 'diverges', run: 0, from: 5, to: 12 },
    { kind: 'rate', run: 1, update: 1, is: 0.00018 },
    { kind: 'rate', run: 1, update: 21, is: 0.0018 },
    { kind: 'ends', run: 1, as: 'descending' },
    { kind: 'loss', run: 1, from: 0, to: 4 },
    // Next to the minimum of x^2, where the gradient is 0.02.
    {
      kind: 'instead',
      changes: { problem: { id: 'square' }, start: [0.01], runs: [{ optimizer: 'adam', hyper: { lr: 0.1 } }] },
      claim: { kind: 'passes', run: 0, row: 1, at: [-0.09], within: 1e-5 },
    },
  ],
};
