import type { Lesson } from '../types';

/** Wilson et al. 2017, The Marginal Value of Adaptive Gradient Methods; Wolpert and Macready 1997. */
export const sgdAgainstAdam: Lesson = {
  id: 'sgd-against-adam',
  chapter: 'scale',
  title: { en: 'SGD against Adam: a small network', zh: 'SGD 对 Adam：小型神经网络' },
  about: {
    en: 'Two moons, a network of eight hidden units, half of the points kept back. Here SGD with momentum is ahead of Adam at its careful 0.01, on the points it learns from and on those it never saw. Give Adam another rate and look again.',
    zh: '双月数据，八个隐藏单元的网络，一半的点留作验证。这里带动量的 SGD 领先于学习率谨慎地取 0.01 的 Adam，训练点上如此，未见过的点上也如此。换一个学习率给 Adam，再比一次。',
  },
  experiment: {
    version: 1,
    problem: { id: 'network-classes', data: { validation: 0.5 } },
    epochs: 60,
    runs: [
      { optimizer: 'sgd', hyper: { lr: 0.1, momentum: 0.9 }, batch: { size: 10 } },
      { optimizer: 'adam', hyper: { lr: 0.01 }, batch: { size: 10 } },
    ],
  },
  screen: { tab: 'data', lossAxis: 'epoch', view: { kind: 'principal' } },
  claims: [
    { kind: 'lower', run: 0, than: 1, times: 4 },
    { kind: 'lower', run: 0, than: 1, times: 4, of: 'validation' },
  ],
};

export const adamAgainstSgd: Lesson = {
  id: 'adam-against-sgd',
  chapter: 'scale',
  title: { en: '… and where Adam is ahead', zh: '……以及 Adam 领先之处' },
  about: {
    en: 'Regression with one feature a hundred times as large as the other. The steep weight caps SGD’s rate at 0.0002: there the others hardly move, and at 0.00022 it diverges. Adam scales every parameter by its own gradients and arrives. No optimizer is best everywhere.',
    zh: '回归问题，一个特征是另一个的一百倍。陡的权重把 SGD 的学习率限制在 0.0002：此时其余参数几乎不动，而 0.00022 已经发散。Adam 按各参数自己的梯度缩放步长，因而能够到达。没有一种优化器处处最好。',
  },
  experiment: {
    version: 1,
    problem: { id: 'linear-regression', data: { scale: 100, samples: 100 } },
    epochs: 200,
    runs: [
      { optimizer: 'gd', hyper: { lr: 0.0002 }, batch: { size: 'all' } },
      { optimizer: 'adam', hyper: { lr: 0.1 }, batch: { size: 'all' } },
      { optimizer: 'gd', hyper: { lr: 0.00022 }, batch: { size: 'all' } },
    ],
  },
  screen: { lossAxis: 'epoch' },
  claims: [
    { kind: 'misses', run: 0, by: 1 },
    { kind: 'arrives', run: 1, within: 0.05 },
    { kind: 'lower', run: 1, than: 0, times: 100 },
    { kind: 'ends', run: 2, as: 'left' },
  ],
};
