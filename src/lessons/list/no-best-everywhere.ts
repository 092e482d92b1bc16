import type { Lesson } from '../types';

/** Wilson et al. 2017, The Marginal Value of Adaptive Gradient Methods; Wolpert and Macready 1997. */
export const sgdAgainstAdam: Lesson = {
  id: 'sgd-against-adam',
  chapter: 'scale',
  title: { en: 'SGD or Adam: a small network', zh: 'SGD 与 Adam：小型神经网络' },
  about: { en: 'Is Adam always ahead?', zh: 'Adam 总是领先吗？' },
  minutes: 4,
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
  steps: [
    {
      kind: 'predict',
      question: {
        en: 'Two moons, eight hidden units, half of the points held back. SGD has rate 0.1 and momentum 0.9, Adam a careful 0.01. Whose loss on the held-back points (dashed) is lower after 60 epochs?',
        zh: '双月数据，八个隐藏单元，一半的点留作验证。SGD 学习率 0.1、动量 0.9，Adam 谨慎地取 0.01。60 轮后谁的验证损失（虚线）更低？',
      },
      answers: [
        { text: { en: 'SGD’s', zh: 'SGD' }, claim: { kind: 'lower', run: 0, than: 1, times: 2, of: 'validation' } },
        { text: { en: 'Adam’s', zh: 'Adam' }, claim: { kind: 'lower', run: 1, than: 0, times: 2, of: 'validation' } },
        {
          text: { en: 'Within a factor of two of each other', zh: '相差不到一倍' },
          claim: { kind: 'ratio', run: 0, over: 1, from: 0.5, to: 2, of: 'validation' },
        },
      ],
      because: {
        en: 'SGD’s is more than four times as low, on the points it learned from and on those it never saw. This says something about these two settings, not yet about the two methods.',
        zh: 'SGD 的损失还不到 Adam 的四分之一，训练点上如此，未见过的点上也如此。但这只说明这两组设置的优劣，还不能说明两种方法的优劣。',
      },
    },
    {
      kind: 'do',
      task: {
        en: 'Give Adam a rate with which its loss ends below that of SGD.',
        zh: '给 Adam 换一个学习率，使它最后的损失低于 SGD。',
      },
      hint: { en: 'It was very careful. Try 0.05 to 0.1.', zh: '它原来太谨慎了。试试 0.05 到 0.1。' },
      claims: [{ kind: 'lower', run: 1, than: 0 }],
      solution: { runs: { 1: { hyper: { lr: 0.1 } } } },
    },
    {
      kind: 'why',
      text: {
        en: 'A comparison of optimizers at one rate each compares rates. Tune both, on held-back data, before you say which is better.',
        zh: '每种优化器只取一个学习率来比较，比的其实是学习率。应先在验证集上把两者都调好，再说谁更好。',
      },
    },
  ],
  claims: [
    { kind: 'lower', run: 0, than: 1, times: 4 },
    { kind: 'lower', run: 0, than: 1, times: 4, of: 'validation' },
  ],
};

export const adamAgainstSgd: Lesson = {
  id: 'adam-against-sgd',
  chapter: 'scale',
  title: { en: 'SGD or Adam: features of unequal scale', zh: 'SGD 与 Adam：尺度悬殊的特征' },
  about: { en: 'What if one feature is a hundred times as large?', zh: '一个特征大一百倍时会怎样？' },
  minutes: 4,
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
  steps: [
    {
      kind: 'predict',
      question: {
        en: 'Regression with one feature a hundred times as large as the other. Gradient descent takes 0.0002 (run 1) and 0.00022 (run 3), Adam 0.1. Run 1 starts at a loss of 13. Where is it after 200 passes?',
        zh: '回归问题，一个特征是另一个的一百倍。梯度下降取 0.0002（第 1 条）和 0.00022（第 3 条），Adam 取 0.1。第 1 条的损失从 13 开始，200 轮之后是多少？',
      },
      answers: [
        { text: { en: 'Still above 10', zh: '仍大于 10' }, claim: { kind: 'loss', run: 0, from: 10 } },
        { text: { en: 'About 1', zh: '约 1' }, claim: { kind: 'loss', run: 0, from: 0.1, to: 10 } },
        { text: { en: 'Below 0.1', zh: '小于 0.1' }, claim: { kind: 'loss', run: 0, to: 0.1 } },
      ],
      because: {
        en: 'The weight of the large feature is 10,000 times as steep and allows no more: at 0.00022 run 3 is thrown out. At such rates the other weights hardly move. Adam scales each by its own gradients and converges.',
        zh: '大特征的权重陡一万倍，只允许这么小的学习率：0.00022 的第 3 条已被抛出去。这样的学习率下，其余参数几乎不动。Adam 按各参数自己的梯度缩放，因此收敛。',
      },
    },
    {
      kind: 'do',
      task: {
        en: 'Gradient descent needs other data, not another rate: in the Problem card, standardize the features. Then give run 3 a rate with which its loss ends below 0.001.',
        zh: '梯度下降需要的是换数据而不是换学习率：在“问题设置”中打开标准化。然后给第 3 条一个学习率，使它最后的损失小于 0.001。',
      },
      hint: { en: 'With standardized features the bowl is round. Try 0.5.', zh: '标准化之后碗是圆的。试试 0.5。' },
      claims: [{ kind: 'loss', run: 2, to: 0.001 }],
      solution: { problem: { data: { standardize: 1 } }, runs: { 2: { hyper: { lr: 0.5 } } } },
    },
    {
      kind: 'why',
      text: {
        en: 'Adam is ahead where parameters need very different rates and nobody has scaled them. No optimizer is best everywhere; scaling the data helps all of them.',
        zh: '各参数需要的学习率相差悬殊、又没有人事先缩放时，Adam 领先。没有一种优化器处处最好，而缩放数据对谁都有好处。',
      },
    },
  ],
  claims: [
    { kind: 'ends', run: 1, as: 'converged' },
    { kind: 'grows', run: 2, times: 1000 },
    { kind: 'loss', run: 0, at: 0, from: 12.5, to: 13.5 },
  ],
};
