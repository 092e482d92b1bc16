import type { Lesson } from '../types';

/** Kingma and Ba 2015, section 3. */
export const biasCorrection: Lesson = {
  id: 'bias-correction',
  chapter: 'scale',
  title: { en: 'Adam without its correction', zh: '没有偏差修正的 Adam' },
  about: {
    en: 'Both averages start at 0. Adam divides that out: its first step is η. Without it m is a tenth of the gradient but √v only a thirtieth, so the first step is 3.2 η and the early ones longer still. Drop it and it is another method.',
    zh: '两个滑动平均都从 0 开始。Adam 把这一偏差除掉，第一步恰为 η。若不修正，m 是梯度的十分之一，√v 却只有约三十分之一，第一步就是 3.2 η，随后更长。去掉修正，就成了另一种方法。',
  },
  experiment: {
    version: 1,
    problem: { id: 'square' },
    start: [10],
    steps: 60,
    runs: [
      { optimizer: 'adam', hyper: { lr: 0.1 } },
      { optimizer: 'adam-uncorrected', hyper: { lr: 0.1 } },
    ],
  },
  screen: { lossScale: 'linear' },
  claims: [
    { kind: 'apart', runs: [0, 1], at: 1, by: 0.21 },
    { kind: 'misses', run: 0, by: 4 },
    { kind: 'arrives', run: 1, within: 1 },
  ],
};
