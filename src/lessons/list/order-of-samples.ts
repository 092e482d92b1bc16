import type { Lesson } from '../types';

const run = (sampling: string) => ({ optimizer: 'sgd', hyper: { lr: 0.05 }, batch: { size: 1, sampling } });

export const orderOfSamples: Lesson = {
  id: 'order-of-samples',
  chapter: 'batches',
  title: { en: 'The order of the samples', zh: '样本的顺序' },
  about: { en: 'Shuffled or not: does any order come to rest?', zh: '打乱与否，哪种顺序能停下来？' },
  minutes: 3,
  experiment: {
    version: 1,
    problem: { id: 'linear-regression', data: { samples: 100, noise: 1 } },
    epochs: 20,
    runs: ['shuffle', 'once', 'none', 'replacement'].map(run),
  },
  screen: { lossAxis: 'epoch', lossScale: 'log' },
  steps: [
    {
      kind: 'predict',
      question: {
        en: 'Noisy labels, one sample an update, a constant rate, 20 epochs. Four orders: shuffled every epoch, shuffled once, as they come, drawn with replacement. Which comes to rest at the minimum?',
        zh: '标签有噪声，每次更新一个样本，学习率不变，训练 20 轮。四种顺序：每轮打乱、只打乱一次、按原有顺序、有放回抽样。哪种会停在极小值点处？',
      },
      answers: [
        {
          text: { en: 'The one shuffled every epoch', zh: '每轮打乱的' },
          claim: { kind: 'ends', run: 0, as: 'converged' },
        },
        { text: { en: 'The fixed order', zh: '按原有顺序的' }, claim: { kind: 'ends', run: 2, as: 'converged' } },
        { text: { en: 'None of them', zh: '都不会' }, claim: { kind: 'misses', run: 0, by: 0.05 } },
      ],
      because: {
        en: 'All come near and none rests. At a constant rate every sample pulls the parameters its own way, and the next one pulls them back. The order changes how they rattle, not that they do.',
        zh: '都能接近，却都停不下来。学习率不变时，每个样本都把参数拉向自己的方向，下一个又拉回来。顺序只影响怎样抖动，不影响是否抖动。',
      },
    },
    {
      kind: 'do',
      task: {
        en: 'Change the rate of the first run so that it ends within 0.05 of the minimum.',
        zh: '改变第一条轨迹的学习率，使它最后停在极小值点的 0.05 以内。',
      },
      hint: { en: 'A smaller rate rattles less. Try 0.01.', zh: '学习率越小，抖动越小。试试 0.01。' },
      claims: [{ kind: 'arrives', run: 0, within: 0.05 }],
      solution: { runs: { 0: { hyper: { lr: 0.01 } } } },
    },
    {
      kind: 'why',
      text: {
        en: 'Near the minimum the mean gradient is 0, but that of one sample is not. The rattle is about as wide as √η. To come to rest, let the rate fall, or average the path.',
        zh: '在极小值点附近，平均梯度为 0，单个样本的梯度却不为 0。抖动的幅度约与 √η 成正比。要停下来，就让学习率逐渐减小，或对轨迹取平均。',
      },
    },
  ],
  claims: [0, 1, 2, 3].flatMap((index) => [
    { kind: 'arrives' as const, run: index, at: [2, -3.4, 4.2], within: 0.6 },
    { kind: 'misses' as const, run: index, by: 0.05 },
    { kind: 'endsOtherwise' as const, run: index, than: 'converged' as const },
  ]),
};
