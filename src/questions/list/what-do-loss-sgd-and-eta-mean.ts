import type { Question } from '../types';

export const whatDoLossSgdAndEtaMean: Question = {
  id: 'what-do-loss-sgd-and-eta-mean',
  topic: 'rate',
  question: { en: 'What do the words loss, SGD and eta mean?', zh: '损失（loss）、SGD、η 是什么意思？' },
  wordings: {
    en: [
      'meaning of loss, of sgd, of η, what stochastic gradient descent stands for',
      'meaning of gradient descent, learning rate symbol, glossary, beginner',
    ],
    zh: [
      'loss 的意思、SGD 的意思、eta 的意思，是什么',
      '随机梯度下降的缩写、梯度下降是什么意思',
      '术语、名词解释、学习率的符号、入门',
    ],
  },
  answer: {
    en: 'The loss is the number that training makes small: how wrong the model is. Gradient descent takes a step against the gradient, the way in which the loss falls fastest; η (eta), the learning rate, says how long: step = η × gradient. In the example the gradient at x = 4 is 8, and with η = 0.1 the first step leads to 3.2. Libraries call it SGD: the S, stochastic, stands for random batches. On all samples and without momentum it is gradient descent.',
    zh: '损失（loss）是训练要减小的数，表示模型错得有多厉害。梯度下降沿负梯度方向走一步，也就是损失下降最快的方向；η（读作 eta）是学习率，决定步子多长：步长 = η × 梯度。示例中 x = 4 处的梯度是 8，η = 0.1 时第一步走到 3.2。各种库把这样的优化器叫做 SGD（stochastic gradient descent，随机梯度下降）：“随机”是因为梯度通常由随机取的一批样本算出；不加动量、用全部样本时，它就是梯度下降。',
  },
  experiment: {
    version: 1,
    problem: { loss: 'x^2', parameters: ['x'] },
    start: [4],
    steps: 30,
    runs: [{ optimizer: 'gd', hyper: { lr: 0.1 } }],
  },
  lesson: 'rates-on-a-parabola',
  claims: [
    { kind: 'passes', run: 0, row: 1, at: [3.2], within: 1e-5 },
    { kind: 'turned', run: 0, update: 1, degrees: 0 },
    { kind: 'falls', run: 0 },
    {
      kind: 'instead',
      changes: {
        runs: [
          { optimizer: 'gd', hyper: { lr: 0.1 } },
          { optimizer: 'sgd', hyper: { lr: 0.1 } },
        ],
      },
      claim: { kind: 'together', runs: [0, 1], within: 0 },
    },
  ],
};
