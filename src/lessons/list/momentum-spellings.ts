import type { Lesson } from '../types';

const spellings = [
  { optimizer: 'sgd', hyper: { lr: 0.001, momentum: 0.9 } },
  { optimizer: 'momentum-sutskever', hyper: { lr: 0.001, momentum: 0.9 } },
  { optimizer: 'momentum-keras', hyper: { lr: 0.001, momentum: 0.9 } },
  { optimizer: 'momentum-average', hyper: { lr: 0.01, momentum: 0.9 } },
] as const;

const rosenbrock = { version: 1, problem: { id: 'rosenbrock' }, start: [-1.5, 2], steps: 100 } as const;
const pairs = [
  [0, 1],
  [0, 2],
  [0, 3],
] as const;

/** Sutskever et al. 2013; torch.optim.SGD's note on its own form. The average needs 1/(1 - momentum) times the rate. */
export const momentumSpellings: Lesson = {
  id: 'momentum-spellings',
  chapter: 'memory',
  title: { en: 'Four spellings of momentum, one path', zh: '动量的四种写法，同一条路径' },
  about: {
    en: 'PyTorch keeps the rate outside the velocity, Sutskever and Caffe inside, Keras flips its sign, some papers average with 1 − μ (and need ten times the rate here). While the rate stays constant they are one method: four runs, one path.',
    zh: 'PyTorch 把学习率放在速度之外，Sutskever 与 Caffe 放在之内，Keras 把符号取反，有的论文用 1 − μ 作平均（此处需要十倍的学习率）。只要学习率不变，它们就是同一种方法：四条轨迹完全重合。',
  },
  experiment: { ...rosenbrock, runs: spellings },
  claims: [
    { kind: 'together', runs: pairs[0], within: 1e-3 },
    { kind: 'together', runs: pairs[1], within: 1e-3 },
    { kind: 'together', runs: pairs[2], within: 1e-3 },
  ],
};

/** known-results, Equalities: after a tenfold drop the second still carries velocity built at the old rate. */
export const momentumSpellingsApart: Lesson = {
  id: 'momentum-spellings-apart',
  chapter: 'memory',
  title: { en: '… until the rate drops', zh: '……直到学习率下降' },
  about: {
    en: 'The same four, but after 50 updates the rate drops tenfold. Where the rate stands outside the velocity the step shrinks at once; where it stands inside, the velocity built at the old rate carries on for a while, and the paths part.',
    zh: '同样四种写法，但 50 次更新后学习率降为十分之一。学习率在速度之外时，步长立刻变小；在速度之内时，按旧学习率积累的速度还会延续一阵，路径就此分开。',
  },
  experiment: {
    ...rosenbrock,
    runs: spellings.map((run) => ({ ...run, schedule: { kind: 'multiStep', milestones: [50], gamma: 0.1 } })),
  },
  claims: [
    { kind: 'together', runs: [0, 1], until: 50, within: 1e-3 },
    { kind: 'apart', runs: [0, 1], by: 0.01 },
    { kind: 'together', runs: [1, 2], within: 1e-3 },
    { kind: 'together', runs: [0, 3], within: 1e-3 },
  ],
};
