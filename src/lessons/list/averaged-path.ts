import type { Lesson } from '../types';

/** Polyak and Juditsky 1992. */
export const averagedPath: Lesson = {
  id: 'averaged-path',
  chapter: 'help',
  title: { en: 'The average of a noisy path', zh: '对有噪声的轨迹取平均' },
  about: { en: 'Is the last point of a noisy run its best?', zh: '有噪声时，最后一点就是最好的吗？' },
  minutes: 3,
  experiment: {
    version: 1,
    problem: { id: 'linear-regression', data: { samples: 200, noise: 2 } },
    epochs: 6,
    runs: [
      { optimizer: 'sgd', hyper: { lr: 0.05 }, batch: { size: 1 } },
      { optimizer: 'asgd', hyper: { lr: 0.05, t0: 200 }, batch: { size: 1 } },
    ],
  },
  screen: { plot: { quantity: 'state.ax' }, lossScale: 'linear', lossAxis: 'epoch', tab: 'data' },
  steps: [
    {
      kind: 'predict',
      question: {
        en: 'Noisy labels, one sample an update, a constant rate. ASGD walks as SGD does, but from update 200 on it also keeps the mean of where it has been (plotted). How near is that mean to the minimum?',
        zh: '标签有噪声，每次更新一个样本，学习率恒定。ASGD 的轨迹与 SGD 几乎一样，但从第 200 次更新起，还保存走过各点的平均（见图）。这个平均离极小值点多近？',
      },
      answers: [
        {
          text: { en: 'No nearer than the last point', zh: '不比最后一点近' },
          claim: { kind: 'averages', run: 1, from: 200, below: 1.5 },
        },
        {
          text: { en: 'About three times as near', zh: '距离约为最后一点的三分之一' },
          claim: { kind: 'averages', run: 1, from: 200, times: 1.5, below: 6 },
        },
        {
          text: { en: 'More than ten times as near', zh: '距离不到最后一点的十分之一' },
          claim: { kind: 'averages', run: 1, from: 200, times: 10 },
        },
      ],
      because: {
        en: 'The run rattles around the minimum on all sides. In a mean of a thousand points these errors cancel; the last point has one of them whole.',
        zh: '轨迹在极小值点四周抖动。一千个点取平均，这些误差彼此抵消；而最后一点保留着其中一个完整的误差。',
      },
    },
    {
      kind: 'do',
      task: {
        en: 'Bring the last point of ASGD itself within 0.1 of the minimum, by its rate.',
        zh: '调整 ASGD 的学习率，使它的最后一点本身落在极小值点的 0.1 以内。',
      },
      hint: { en: 'Less rattling, but fast enough: try 0.01.', zh: '既要少抖动，又要够快：试试 0.01。' },
      claims: [{ kind: 'arrives', run: 1, within: 0.1 }],
      solution: { runs: { 1: { hyper: { lr: 0.01 } } } },
    },
    {
      kind: 'why',
      text: {
        en: 'Averaging replaces a schedule: walk at a bold, constant rate and take the mean of the last part. It must begin after the way in, or the start weighs in the mean.',
        zh: '取平均可以代替调度：用较大的恒定学习率走，取后一段的平均。必须等走到附近再开始平均，否则起点也会计入其中。',
      },
    },
  ],
  claims: [
    { kind: 'together', runs: [0, 1], within: 0.01 },
    { kind: 'misses', run: 1, by: 0.5 },
  ],
};
