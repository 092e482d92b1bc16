import type { Lesson } from '../types';

export const tooFastForFloat32: Lesson = {
  id: 'too-fast-for-float32',
  chapter: 'batches',
  title: { en: 'A rate of 5', zh: '学习率为 5' },
  about: {
    en: 'The same regression in batches of 10 at a rate of 5: the error grows with every update until float32 has no number for it. The step at which that happens is on the run’s card.',
    zh: '同一个回归问题，批量为 10，学习率为 5：误差随每次更新增大，直到 float32 无法表示。发生溢出的步数标在这条轨迹的卡片上。',
  },
  experiment: {
    version: 1,
    problem: { id: 'linear-regression' },
    epochs: 3,
    runs: [
      { optimizer: 'sgd', hyper: { lr: 5 }, batch: { size: 10 } },
      { optimizer: 'sgd', hyper: { lr: 0.2 }, batch: { size: 10 } },
    ],
  },
  screen: { lossAxis: 'epoch' },
  claims: [
    { kind: 'diverges', run: 0, from: 30, to: 200 },
    { kind: 'arrives', run: 1, at: [2, -3.4, 4.2], within: 0.02 },
  ],
};
