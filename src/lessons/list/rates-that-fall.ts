import type { Lesson } from '../types';

const run = (lr: number, schedule?: object) => ({
  optimizer: 'sgd',
  hyper: { lr },
  batch: { size: 1 },
  ...(schedule && { schedule }),
});

/** Robbins and Monro 1951; Loshchilov and Hutter 2017. */
export const ratesThatFall: Lesson = {
  id: 'rates-that-fall',
  chapter: 'help',
  title: { en: 'Learning rates that fall', zh: '逐渐减小的学习率' },
  about: { en: 'Fast or calm: can one run be both?', zh: '要快还是要稳，能不能兼得？' },
  minutes: 4,
  experiment: {
    version: 1,
    problem: { id: 'linear-regression', data: { samples: 200, noise: 2 } },
    epochs: 20,
    runs: [run(0.2), run(0.02), run(0.2, { kind: 'cosine', tMax: 4000 }), run(0.2, { kind: 'inverseSqrt' })],
  },
  screen: { lossAxis: 'epoch' },
  steps: [
    {
      kind: 'predict',
      question: {
        en: 'Noisy labels, one sample an update. Run 1 keeps a rate of 0.2, run 2 one of 0.02; run 3 begins at 0.2 and falls to 0 (cosine). Which of the three ends lowest?',
        zh: '标签有噪声，每次更新一个样本。第 1 条保持 0.2，第 2 条保持 0.02，第 3 条从 0.2 降到 0（余弦）。三条中哪条最后最低？',
      },
      answers: [
        {
          text: { en: 'Run 1: large steps get farthest', zh: '第 1 条：步子大走得远' },
          claim: { kind: 'lowest', run: 0, among: [0, 1, 2] },
        },
        {
          text: { en: 'Run 2: small steps are the most exact', zh: '第 2 条：步子小最精确' },
          claim: { kind: 'lowest', run: 1, among: [0, 1, 2] },
        },
        {
          text: { en: 'Run 3: first large, then small', zh: '第 3 条：先大后小' },
          claim: { kind: 'lowest', run: 2, among: [0, 1, 2] },
        },
      ],
      because: {
        en: 'A constant rate rattles for ever, and more the larger it is. A rate that falls is fast at first and quiet in the end. Cosine and 1/√t (run 4) both end lower than either constant rate.',
        zh: '恒定的学习率会一直抖动，越大抖得越厉害。逐渐减小的学习率先快后稳。余弦与 1/√t（第 4 条）最后都比两种恒定学习率更低。',
      },
    },
    {
      kind: 'do',
      task: {
        en: 'Find a constant rate for run 1 with which it ends below 1.99, as the falling ones do.',
        zh: '给第 1 条找一个恒定的学习率，使最后的损失小于 1.99，与逐渐减小的一样。',
      },
      hint: {
        en: 'Smaller rattles less, and here there is time: try 0.002.',
        zh: '越小抖动越小，而这里时间充裕：试试 0.002。',
      },
      claims: [{ kind: 'loss', run: 0, to: 1.99 }],
      solution: { runs: { 0: { hyper: { lr: 0.002 } } } },
    },
    {
      kind: 'why',
      text: {
        en: 'The variance that a constant rate leaves is in proportion to the rate. Rates that sum to infinity while their squares do not, such as 1/t, get anywhere and come to rest (Robbins and Monro).',
        zh: '恒定学习率留下的方差与学习率成正比。若各步学习率之和无穷、平方和有限（如 1/t），就既能走到任何地方，又能停下来（Robbins 与 Monro）。',
      },
    },
  ],
  claims: [
    { kind: 'lower', run: 2, than: 0, times: 1.1 },
    { kind: 'lower', run: 2, than: 1 },
    { kind: 'lower', run: 3, than: 1 },
    { kind: 'loss', run: 2, to: 1.99 },
    { kind: 'loss', run: 3, to: 1.99 },
  ],
};
