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
  title: { en: 'Batches of one sample, ten, or all', zh: '单样本、小批量与全批量' },
  about: { en: 'How many samples should one update look at?', zh: '一次更新该看多少个样本？' },
  minutes: 4,
  experiment: {
    version: 1,
    problem: { id: 'linear-regression' },
    epochs: 3,
    runs: [sgd(0.2, 1, { kind: 'epochDecay', factor: 0.1, after: 2 }), sgd(0.2, 10), sgd(0.999, 1000), sgd(0.002, 10)],
  },
  screen: { lossAxis: 'epoch', record: 10, tab: 'data' },
  steps: [
    {
      kind: 'predict',
      question: {
        en: 'Three passes over 1,000 samples. One sample an update makes 3,000 updates, ten make 300, all at once (run 3, rate 0.999) only 3. The loss starts at 16. Where does run 3 end?',
        zh: '对 1000 个样本训练三轮。每次一个样本要更新 3000 次，每批十个 300 次，一次全部（第 3 条，学习率 0.999）只有 3 次。损失从 16 开始，第 3 条最后是多少？',
      },
      answers: [
        {
          text: { en: 'Above 1: three updates are too few', zh: '大于 1：三次更新太少' },
          claim: { kind: 'loss', run: 2, from: 1 },
        },
        { text: { en: 'About 0.1', zh: '约 0.1' }, claim: { kind: 'loss', run: 2, from: 0.001, to: 1 } },
        {
          text: { en: 'Below 0.001, like runs 1 and 2', zh: '小于 0.001，与第 1、2 条一样' },
          claim: { kind: 'loss', run: 2, to: 0.001 },
        },
      ],
      because: {
        en: 'The features have the same scale, so the bowl is round and one exact gradient points at its bottom. Three updates do it, but each reads all 1,000 samples. Counted in samples, all of the first three cost the same.',
        zh: '各特征尺度相同，碗是圆的，精确的梯度正对碗底，三次更新就够了；但每次都要读完 1000 个样本。按样本数计算，前三条花费相同。',
      },
    },
    {
      kind: 'do',
      task: {
        en: 'The fourth run (batches of 10, rate 0.002) is far behind. Raise its rate until its loss ends below 0.001.',
        zh: '第四条轨迹（批量 10，学习率 0.002）远远落后。提高它的学习率，使最终损失小于 0.001。',
      },
      hint: { en: 'The second run has the same batches at 0.2.', zh: '第二条轨迹的批量相同，学习率是 0.2。' },
      claims: [{ kind: 'loss', run: 3, to: 0.001 }],
      solution: { runs: { 3: { hyper: { lr: 0.1 } } } },
    },
    {
      kind: 'why',
      text: {
        en: 'A batch is an estimate of the gradient. A larger one is less noisy and dearer. On easy problems a full batch needs few updates; on large data most of its samples repeat each other, and small batches learn more from each.',
        zh: '批量给出梯度的估计：批量越大，噪声越小，代价越高。问题简单时，全批量只需几次更新；数据很多时，样本大多重复同样的信息，小批量从每个样本中学到的更多。',
      },
    },
  ],
  claims: [
    { kind: 'arrives', run: 0, at: TRUTH, within: 0.02 },
    { kind: 'arrives', run: 1, at: TRUTH, within: 0.02 },
    { kind: 'arrives', run: 2, at: TRUTH, within: 0.02 },
    { kind: 'misses', run: 3, at: TRUTH, by: 1 },
    { kind: 'loss', run: 2, at: 0, from: 15.5, to: 16.5 },
    { kind: 'loss', run: 0, to: 0.001 },
    { kind: 'loss', run: 1, to: 0.001 },
  ],
};
