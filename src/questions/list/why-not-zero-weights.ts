import type { Question } from '../types';

export const whyNotZeroWeights: Question = {
  id: 'why-not-zero-weights',
  topic: 'surface',
  question: { en: 'Why not start with all weights at zero?', zh: '权重为什么不能全部初始化为零？' },
  wordings: {
    en: [
      'weight initialization, zero init, initialise with zeros, symmetry breaking',
      'random initialization of a network',
    ],
    zh: ['权重初始化、全零初始化、对称性破缺', '为什么要随机初始化'],
  },
  answer: {
    en: 'Because then all hidden units are alike and stay alike. In the example, with every weight at 0, only the output’s bias has a gradient: the loss stops at 0.239, the spread of the data, for gradient descent as for Adam. From random weights Adam ends at 0.011 in the same 150 epochs.',
    zh: '因为那样所有隐藏单元都相同，而且永远相同。示例中网络的权重全为 0 时，只有输出的偏置有梯度：损失停在 0.239，也就是数据本身的离散程度，梯度下降和 Adam 都一样。从随机权重出发，同样 150 轮，Adam 能降到 0.011。',
  },
  experiment: {
    version: 1,
    problem: { id: 'network-fit', data: { hidden: 6 } },
    start: Array<number>(19).fill(0),
    epochs: 150,
    runs: [
      { optimizer: 'gd', hyper: { lr: 0.1 } },
      { optimizer: 'adam', hyper: { lr: 0.05 } },
    ],
  },
  screen: { tab: 'data', lossAxis: 'epoch' },
  claims: [
    { kind: 'alike', run: 0, parameters: Array.from({ length: 18 }, (_, i) => i) },
    { kind: 'alike', run: 1, parameters: Array.from({ length: 18 }, (_, i) => i) },
    { kind: 'loss', run: 0, from: 0.239, to: 0.2396 },
    { kind: 'loss', run: 1, from: 0.239, to: 0.2396 },
    { kind: 'instead', changes: { start: null }, claim: { kind: 'loss', run: 1, from: 0.0095, to: 0.0115 } },
  ],
};
