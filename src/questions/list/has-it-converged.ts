import type { Question } from '../types';

export const hasItConverged: Question = {
  id: 'has-it-converged',
  topic: 'surface',
  question: { en: 'When has training converged?', zh: '怎样算收敛了？' },
  wordings: {
    en: ['convergence criterion, stopping rule, when to stop training', 'small gradient norm means minimum, tolerance'],
    zh: ['收敛判据、停止准则、什么时候停', '梯度很小就是到了吗'],
  },
  answer: {
    en: 'A small gradient alone does not say so: where the ground is flat it is small far from the minimum. On x²/2 + y⁴/4 the squared gradient falls below 10⁻⁶ at update 494, and y is still 0.1. Look at more than one sign: the gradient, the steps, and whether the loss still falls.',
    zh: '只看梯度小还不够：地势平坦的地方，离极小值点很远梯度也小。在 x²/2 + y⁴/4 上，梯度的平方在第 494 次更新时降到 10⁻⁶ 以下，而 y 仍有 0.1。要多看几个迹象：梯度、步长，以及损失是否还在下降。',
  },
  experiment: {
    version: 1,
    problem: { loss: 'x^2/2 + y^4/4', parameters: ['x', 'y'] },
    start: [2.5, 2],
    steps: 600,
    runs: [{ optimizer: 'gd', hyper: { lr: 0.1 } }],
  },
  screen: { plot: { quantity: 'gradient' } },
  lesson: 'when-to-stop',
  claims: [{ kind: 'stops', run: 0, below: 1e-6, from: 494, to: 494, at: [0, 0.1], within: 1e-3 }],
};
