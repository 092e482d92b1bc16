import type { Question } from '../types';

/** Wilson et al. 2017, The Marginal Value of Adaptive Gradient Methods in Machine Learning. */
export const doesAdamGeneralizeWorse: Question = {
  id: 'does-adam-generalize-worse',
  topic: 'adaptive',
  question: { en: 'Does Adam generalize worse than SGD?', zh: 'Adam 的泛化能力比 SGD 差吗？' },
  wordings: {
    en: [
      'generalization of adam and sgd, generalise, test accuracy, adam worse on new data',
      'why do papers use sgd with momentum instead of adam',
    ],
    zh: ['Adam 泛化差、Adam 在新数据上的表现、测试集精度', '论文为什么用 SGD 而不用 Adam'],
  },
  answer: {
    en: 'Wilson et al. (2017) found so for several deep networks: on new data Adam did worse than well-tuned SGD. On this page it does not show. In the example (a small network, noisy classes, half of the points held back) SGD with momentum and Adam end with validation losses within 15% of each other, and the seed decides which is lower: Adam with seed 1, SGD with seed 2. Start with Adam; if new data are what counts, also try SGD, well tuned.',
    zh: 'Wilson 等人（2017）在若干深度网络上发现是这样：在新数据上，Adam 不如调好的 SGD。但本页的实验显示不出这种差别。示例中（小型网络，两类带噪声的点，一半留作验证），带动量的 SGD 与 Adam 最后的验证损失相差不到 15%，谁更低由种子决定：种子 1 时 Adam 更低，种子 2 时 SGD 更低。可以先用 Adam；看重泛化时，再试试仔细调过的 SGD。',
  },
  experiment: {
    version: 1,
    problem: { id: 'network-classes', data: { samples: 100, noise: 0.5, validation: 0.5 } },
    epochs: 100,
    seed: 1,
    runs: [
      { optimizer: 'sgd', hyper: { lr: 0.1, momentum: 0.9 }, batch: { size: 10 } },
      { optimizer: 'adam', hyper: { lr: 0.03 }, batch: { size: 10 } },
    ],
  },
  screen: { tab: 'data', lossAxis: 'epoch', view: { kind: 'principal' } },
  lesson: 'sgd-against-adam',
  claims: [
    { kind: 'ratio', run: 0, over: 1, of: 'validation', from: 1.03, to: 1.15 },
    {
      kind: 'instead',
      changes: { seed: 2 },
      claim: { kind: 'ratio', run: 0, over: 1, of: 'validation', from: 0.87, to: 0.997 },
    },
    {
      kind: 'instead',
      changes: { seed: 3 },
      claim: { kind: 'ratio', run: 0, over: 1, of: 'validation', from: 0.87, to: 1.15 },
    },
  ],
};
