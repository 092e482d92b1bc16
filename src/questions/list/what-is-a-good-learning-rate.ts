import type { Question } from '../types';

export const whatIsAGoodLearningRate: Question = {
  id: 'what-is-a-good-learning-rate',
  topic: 'rate',
  question: { en: 'What is a good learning rate to begin with?', zh: '学习率一开始取多大合适？' },
  wordings: {
    en: [
      'how to choose, pick, find, tune the learning rate',
      'best initial learning rate, default lr, lr finder',
      'which learning rate should I use, starting lr, what rate to start from',
    ],
    zh: ['怎么选学习率、调学习率', '初始学习率、默认学习率', '学习率设多少'],
  },
  answer: {
    en: 'Raise it about tenfold at a time until training diverges, then take a half to a third of the largest rate that does not. In the example the stability edge is 2/25 = 0.08: 0.085 leaves. Half of it, 0.04, ends with a far lower loss than a tenth of it, 0.008, and than 0.079, just below the edge, which bounces from side to side. The sweep under the plots tries many rates at once.',
    zh: '每次放大约十倍，直到训练发散，再取不发散的最大值的一半到三分之一。示例中的稳定性边界是 2/25 = 0.08：取 0.085，轨迹已经飞出；取边界的一半 0.04，最后的损失远低于取十分之一 0.008，也远低于紧贴边界的 0.079，后者一直来回摆动。图下方的参数扫描可以一次试很多学习率。',
  },
  experiment: {
    version: 1,
    problem: { id: 'quadratic', constants: { kappa: 25 } },
    steps: 50,
    runs: [
      { optimizer: 'gd', hyper: { lr: 0.008 } },
      { optimizer: 'gd', hyper: { lr: 0.04 } },
      { optimizer: 'gd', hyper: { lr: 0.079 } },
      { optimizer: 'gd', hyper: { lr: 0.085 } },
    ],
  },
  screen: { tab: 'sweep', selected: 1 },
  lesson: 'rates-on-a-parabola',
  claims: [
    { kind: 'curved', at: [0, 0], by: [25, 1] },
    { kind: 'ends', run: 3, as: 'left' },
    { kind: 'lower', run: 1, than: 0, times: 10 },
    { kind: 'lower', run: 1, than: 2, times: 10 },
    { kind: 'flips', run: 2, parameter: 1, from: 50, to: 50 },
  ],
};
