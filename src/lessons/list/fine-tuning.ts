import type { Lesson } from '../types';

const sgd = { optimizer: 'sgd', hyper: { lr: 0.1 }, batch: { size: 10 } };

/** Howard and Ruder 2018 freeze what was learned before for the same reason. */
export const fineTuning: Lesson = {
  id: 'fine-tuning',
  chapter: 'help',
  title: { en: 'Fine-tuning, some of it frozen', zh: '微调：冻结一部分参数' },
  about: { en: 'What happens to what was already learned?', zh: '已经学会的东西会怎样？' },
  minutes: 3,
  experiment: {
    version: 1,
    problem: { id: 'linear-regression', data: { samples: 200, weights: [2, -1] } },
    start: [2, -3.4, 4.2],
    epochs: 5,
    runs: [sgd, { ...sgd, modifiers: { frozen: ['w1', 'b'] } }],
  },
  screen: { lossAxis: 'epoch' },
  steps: [
    {
      kind: 'predict',
      question: {
        en: 'The start is what another data set taught: w1 = 2, w2 = −3.4, b = 4.2. In the new data only w2 is different: −1. Nothing is frozen in run 1. What does its w1, which is already right, do?',
        zh: '起点是从另一个数据集学到的：w1 = 2，w2 = −3.4，b = 4.2。新数据中只有 w2 不同，为 −1。第 1 条什么都不冻结。它本来就正确的 w1 会怎样？',
      },
      answers: [
        {
          text: { en: 'It stays at 2 throughout', zh: '一直停在 2' },
          claim: { kind: 'coordinate', run: 0, parameter: 0, at: 3, from: 1.95, to: 2.05 },
        },
        {
          text: { en: 'It is pushed away and comes back', zh: '先被推开，再回来' },
          claim: { kind: 'coordinate', run: 0, parameter: 0, at: 3, from: 2.1 },
        },
        { text: { en: 'It ends somewhere else', zh: '最后停在别处' }, claim: { kind: 'misses', run: 0, by: 0.1 } },
      ],
      because: {
        en: 'In a batch of ten, w1 and w2 are not independent: part of the error that w2 causes can be blamed on w1. After three updates w1 is at 2.21. With w1 and b frozen, run 2 moves only what has to change, straight to −1.',
        zh: '在十个样本的批量中，w1 与 w2 并不独立：w2 造成的误差有一部分被算到 w1 头上。三次更新后 w1 到了 2.21。第 2 条冻结 w1 和 b，只移动需要改变的那个，直达 −1。',
      },
    },
    {
      kind: 'do',
      task: {
        en: 'Keep w1 of run 1 within 0.1 of 2 after its third update, by the rate alone, and still bring its loss below 0.05 at the end.',
        zh: '只改变第 1 条的学习率，使第三次更新后 w1 与 2 相差不到 0.1，且最后的损失小于 0.05。',
      },
      hint: { en: 'Small steps disturb less: try 0.03.', zh: '步子小，扰动就小：试试 0.03。' },
      claims: [
        { kind: 'coordinate', run: 0, parameter: 0, at: 3, from: 1.9, to: 2.1 },
        { kind: 'loss', run: 0, to: 0.05 },
      ],
      solution: { runs: { 0: { hyper: { lr: 0.03 } } } },
    },
    {
      kind: 'why',
      text: {
        en: 'Small rates and frozen parts protect what was learned before. Freezing is right only if the frozen part fits the new data; here it does.',
        zh: '小的学习率和冻结都能保护已学到的东西。只有冻结的部分适合新数据时，冻结才正确；这里正是如此。',
      },
    },
  ],
  claims: [
    { kind: 'arrives', run: 0, at: [2, -1, 4.2], within: 0.02 },
    { kind: 'arrives', run: 1, at: [2, -1, 4.2], within: 0.02 },
    { kind: 'coordinate', run: 0, parameter: 0, at: 3, from: 2.2, to: 2.22 },
    { kind: 'coordinate', run: 1, parameter: 0, at: 3, from: 1.9999, to: 2.0001 },
  ],
};
