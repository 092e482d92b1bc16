import type { Lesson } from '../types';

const sgd = (lr: number, size: number, schedule?: object) => ({
  optimizer: 'sgd',
  hyper: { lr },
  batch: { size },
  ...(schedule && { schedule }),
});

/** known-results: linear regression. The data are sampled with weights (2, -3.4) and bias 4.2. */
const TRUTH = [2, -3.4, 4.2];

export const batchSizes: Lesson = {
  id: 'batch-sizes',
  chapter: 'batches',
  title: { en: 'One sample, ten, or all', zh: '单样本、小批量与全批量' },
  about: {
    en: 'Three passes over the same 1,000 samples: one at a time (online), in batches of 10, or all at every step (offline). All three arrive: by 3,000 updates (the rate cut tenfold in the third epoch), by 300, by 3. Batches of 10 at 0.002 have not arrived yet.',
    zh: '对同样的 1000 个样本训练三轮：每次一个（在线）、每批 10 个、每步全部（离线）。三者都能到达真值，分别用了 3000 次（第三轮学习率降为十分之一）、300 次和 3 次更新；批量为 10、学习率 0.002 时还没有到达。',
  },
  experiment: {
    version: 1,
    problem: { id: 'linear-regression' },
    epochs: 3,
    runs: [sgd(0.2, 1, { kind: 'epochDecay', factor: 0.1, after: 2 }), sgd(0.2, 10), sgd(0.999, 1000), sgd(0.002, 10)],
  },
  screen: { lossAxis: 'epoch', record: 10, tab: 'data' },
  claims: [
    { kind: 'arrives', run: 0, at: TRUTH, within: 0.02 },
    { kind: 'arrives', run: 1, at: TRUTH, within: 0.02 },
    { kind: 'arrives', run: 2, at: TRUTH, within: 0.02 },
    { kind: 'misses', run: 3, at: TRUTH, by: 1 },
  ],
};
