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
  title: { en: 'Rates that fall', zh: '逐渐减小的学习率' },
  about: {
    en: 'Noisy labels, one sample at a time. A constant 0.2 rushes there and rattles for ever; 0.02 rattles less. Falling rates do both: fast at first, quiet in the end. Cosine and 1/√t end lower than either constant rate.',
    zh: '标签有噪声，每次一个样本。恒定的 0.2 很快到达，却一直抖动；0.02 抖动较小。逐渐减小的学习率兼得二者：先快后稳。余弦与 1/√t 最终都比两种恒定学习率更低。',
  },
  experiment: {
    version: 1,
    problem: { id: 'linear-regression', data: { samples: 200, noise: 2 } },
    epochs: 20,
    runs: [run(0.2), run(0.02), run(0.2, { kind: 'cosine', tMax: 4000 }), run(0.2, { kind: 'inverseSqrt' })],
  },
  screen: { lossAxis: 'epoch' },
  claims: [
    { kind: 'lower', run: 2, than: 0, times: 1.1 },
    { kind: 'lower', run: 2, than: 1 },
    { kind: 'lower', run: 3, than: 1 },
  ],
};
