import type { Question } from '../types';

export const whyIsTheResultDifferentEachTime: Question = {
  id: 'why-is-the-result-different-each-time',
  topic: 'trouble',
  question: { en: 'Why do I get a different result every time?', zh: '为什么每次训练的结果都不一样？' },
  wordings: {
    en: [
      'random seed, reproducibility, not reproducible, results vary between runs',
      'set seed, nondeterministic training',
    ],
    zh: ['随机种子、可复现性、结果不可重复', '固定种子、每次运行结果不同'],
  },
  answer: {
    en: 'Because the data, their order and the first weights are random numbers, and another seed samples other ones. In the example the network ends with seed 1 at a loss of 0.0135, with seed 2 at 0.0159. The same seed gives the same numbers and so the same run: the two runs are one path.',
    zh: '因为数据、样本顺序和初始权重都是随机数，种子不同，取到的数就不同。示例中，种子为 1 时网络的损失最后是 0.0135，种子为 2 时是 0.0159。种子相同，随机数就相同，轨迹也相同：示例中的两条轨迹完全重合。',
  },
  experiment: {
    version: 1,
    problem: { id: 'network-fit', data: { hidden: 3 } },
    epochs: 200,
    seed: 1,
    runs: [
      { optimizer: 'adam', hyper: { lr: 0.05 } },
      { optimizer: 'adam', hyper: { lr: 0.05 } },
    ],
  },
  screen: { tab: 'data', lossAxis: 'epoch' },
  claims: [
    { kind: 'together', runs: [0, 1], within: 0 },
    { kind: 'loss', run: 0, from: 0.0134, to: 0.0136 },
    { kind: 'instead', changes: { seed: 2 }, claim: { kind: 'loss', run: 0, from: 0.0158, to: 0.016 } },
  ],
};
