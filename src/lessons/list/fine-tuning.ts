import type { Lesson } from '../types';

const sgd = { optimizer: 'sgd', hyper: { lr: 0.1 }, batch: { size: 10 } };

/** Howard and Ruder 2018 freeze what was learned before for the same reason. */
export const fineTuning: Lesson = {
  id: 'fine-tuning',
  chapter: 'help',
  title: { en: 'Fine-tuning, some of it frozen', zh: '微调：冻结一部分参数' },
  about: {
    en: 'The runs start at the weights of another data set, (2, −3.4) and 4.2; here only the second weight is different. All free, the three are disturbed and find back; with w1 and b frozen only what has to change moves, straight to −1.',
    zh: '从另一个数据集上学到的参数 (2, −3.4) 和 4.2 出发；新数据中只有第二个权重不同。全部放开时，三个参数都先被扰动再回来；冻结 w1 和 b，只有需要改变的那个移动，直达 −1。',
  },
  experiment: {
    version: 1,
    problem: { id: 'linear-regression', data: { samples: 200, weights: [2, -1] } },
    start: [2, -3.4, 4.2],
    epochs: 5,
    runs: [sgd, { ...sgd, modifiers: { frozen: ['w1', 'b'] } }],
  },
  screen: { lossAxis: 'epoch' },
  claims: [
    { kind: 'arrives', run: 0, at: [2, -1, 4.2], within: 0.02 },
    { kind: 'arrives', run: 1, at: [2, -1, 4.2], within: 0.02 },
    { kind: 'apart', runs: [0, 1], at: 3, by: 0.01 },
  ],
};
