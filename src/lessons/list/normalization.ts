import type { Lesson } from '../types';

const gd = (lr: number) => ({ optimizer: 'gd', hyper: { lr }, batch: { size: 'all' } });

/** One feature is measured in units ten times as fine as the other's. */
export const unequalScales: Lesson = {
  id: 'unequal-scales',
  chapter: 'help',
  title: { en: 'Features of unequal scale', zh: '尺度不同的特征' },
  about: {
    en: 'One feature has numbers ten times as large as the other’s, so the bowl is a hundred times as steep along its weight. The largest rate that settles is 0.02, and after 60 passes the other weights have not arrived.',
    zh: '一个特征的数值是另一个的十倍，损失曲面沿它的权重就陡了一百倍。能稳定的最大学习率只有 0.02，60 轮之后其余参数还没有到达。',
  },
  experiment: {
    version: 1,
    problem: { id: 'linear-regression', data: { scale: 10 } },
    epochs: 60,
    runs: [gd(0.019), gd(0.5)],
  },
  screen: { lossAxis: 'epoch' },
  claims: [
    { kind: 'misses', run: 0, by: 0.5 },
    { kind: 'diverges', run: 1, from: 5, to: 30 },
  ],
};

export const standardized: Lesson = {
  id: 'standardized',
  chapter: 'help',
  title: { en: '… standardized', zh: '……标准化之后' },
  about: {
    en: 'The same data, each feature less its mean and over its standard deviation. The valley is round, a rate of 0.5 settles, and 12 passes are enough.',
    zh: '同样的数据，每个特征减去均值再除以标准差。山谷变圆了，学习率 0.5 也能稳定，12 轮就够了。',
  },
  experiment: {
    version: 1,
    problem: { id: 'linear-regression', data: { scale: 10, standardize: 1 } },
    epochs: 60,
    runs: [gd(0.019), gd(0.5)],
  },
  screen: { lossAxis: 'epoch' },
  claims: [
    { kind: 'arrives', run: 1, within: 1e-3 },
    { kind: 'lower', run: 1, than: 0, times: 100 },
  ],
};
