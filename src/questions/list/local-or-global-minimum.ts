import type { Question } from '../types';

export const localOrGlobalMinimum: Question = {
  id: 'local-or-global-minimum',
  topic: 'surface',
  question: {
    en: 'Am I stuck in a local minimum? Can momentum get me out?',
    zh: '是不是卡在局部最优里了？动量能冲出来吗？',
  },
  wordings: {
    en: [
      'is this a local or the global minimum, escape local minima, global optimum',
      'how do I know that I found the best minimum',
    ],
    zh: ['这是局部极小还是全局最小、陷入局部最优、跳出局部极小值、全局最优', '怎么知道找到的是最优解'],
  },
  answer: {
    en: 'The point itself cannot tell you: at both minima of the curve in the example the gradient is 0 and the curvature positive. Gradient descent from 2 stops in the first, at 0.96 with a loss of 1.29; with momentum 0.9 it rolls on over the hill into the lower one, at −1.04 with 0.69. That is no guarantee: a higher hill would stop it too. Compare several starts or methods.',
    zh: '只看这一点本身，判断不了：示例中曲线的两个极小值点处，梯度都是 0，曲率都为正。从 2 出发的梯度下降停在第一个，0.96 处，损失 1.29；加上动量 0.9，它滚过小丘，落入更低的那个，−1.04 处，损失 0.69。但这没有保证：小丘再高一些，它也过不去。多换几个起点或方法，比一比。',
  },
  experiment: {
    version: 1,
    problem: { loss: 'x^4 - 2*x^2 + 0.3*x + 2', parameters: ['x'] },
    start: [2],
    steps: 200,
    runs: [
      { optimizer: 'gd', hyper: { lr: 0.02 } },
      { optimizer: 'sgd', hyper: { lr: 0.02, momentum: 0.9 } },
    ],
  },
  screen: { lossScale: 'linear' },
  lesson: 'across-a-dip',
  claims: [
    { kind: 'arrives', run: 0, at: [0.96015], within: 0.001 },
    { kind: 'arrives', run: 1, at: [-1.03553], within: 0.001 },
    { kind: 'loss', run: 0, from: 1.29, to: 1.3 },
    { kind: 'loss', run: 1, from: 0.69, to: 0.7 },
    { kind: 'curved', at: [0.96015], by: [12 * 0.96015 ** 2 - 4] },
    { kind: 'curved', at: [-1.03559], by: [12 * 1.03559 ** 2 - 4] },
  ],
};
