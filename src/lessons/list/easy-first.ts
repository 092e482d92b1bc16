import type { Lesson } from '../types';

const sgd = (stages: number) => ({ optimizer: 'sgd', hyper: { lr: 0.02 }, batch: { size: 1, stages } });

const TRUTH = [2, -3.4, 4.2];

/** Bengio et al. 2009, Curriculum Learning. */
export const easyFirst: Lesson = {
  id: 'easy-first',
  chapter: 'help',
  title: { en: 'Easy samples first', zh: '先易后难' },
  about: { en: 'Does the order from easy to hard matter?', zh: '由易到难的顺序重要吗？' },
  minutes: 3,
  experiment: {
    version: 1,
    problem: { id: 'linear-regression', data: { samples: 200, noise: 5 } },
    epochs: 4,
    runs: [sgd(1), sgd(4)],
  },
  screen: { lossAxis: 'epoch', lossScale: 'linear' },
  steps: [
    {
      kind: 'predict',
      question: {
        en: 'Very noisy labels. Run 1 sees all samples in random order; run 2 in the first epoch only the quarter with the least noise, then more. Which is nearer to the true weights after the first epoch?',
        zh: '标签噪声很大。第 1 条按随机顺序看全部样本；第 2 条第一轮只看噪声最小的四分之一，以后逐步增加。第一轮之后谁离真实权重更近？',
      },
      answers: [
        {
          text: { en: 'Run 1: it has seen more samples', zh: '第 1 条：它见过的样本更多' },
          claim: { kind: 'nearer', run: 0, than: 1, to: TRUTH, at: 200 },
        },
        {
          text: { en: 'Run 2: it has seen better ones', zh: '第 2 条：它见过的样本更好' },
          claim: { kind: 'nearer', run: 1, than: 0, to: TRUTH, at: 200 },
        },
      ],
      because: {
        en: 'A wrong label pulls as hard as a right one. The clean quarter, seen four times, brings run 2 within 0.33 of the truth; run 1 is 0.48 away.',
        zh: '错误的标签与正确的标签拉得一样用力。干净的四分之一看四遍，使第 2 条离真值只有 0.33；第 1 条差 0.48。',
      },
    },
    {
      kind: 'do',
      task: {
        en: 'Help run 1 without a curriculum: change its rate so that it ends within 0.3 of the truth (2, −3.4, 4.2).',
        zh: '不用由易到难的安排，帮第 1 条一把：改变它的学习率，使它最后离真值 (2, −3.4, 4.2) 不到 0.3。',
      },
      hint: {
        en: 'Smaller steps average over more labels. Try 0.007.',
        zh: '步子小，就能对更多标签取平均。试试 0.007。',
      },
      claims: [{ kind: 'arrives', run: 0, at: TRUTH, within: 0.3 }],
      solution: { runs: { 0: { hyper: { lr: 0.007 } } } },
    },
    {
      kind: 'why',
      text: {
        en: 'Once the hard samples join, the lead melts: 0.47 against 0.51 after four epochs. A curriculum speeds up the beginning; where a run ends, the rate and the data decide.',
        zh: '难样本加入之后，优势逐渐消失：四轮之后是 0.47 对 0.51。由易到难能加快开头，最后停在哪里，取决于学习率和数据。',
      },
    },
  ],
  claims: [
    { kind: 'passes', run: 1, row: 200, at: TRUTH, within: 0.33 },
    { kind: 'passes', run: 0, row: 200, at: TRUTH, within: 0.49 },
    { kind: 'arrives', run: 0, at: TRUTH, within: 0.52 },
    { kind: 'misses', run: 0, at: TRUTH, by: 0.5 },
    { kind: 'arrives', run: 1, at: TRUTH, within: 0.48 },
    { kind: 'misses', run: 1, at: TRUTH, by: 0.46 },
  ],
};
