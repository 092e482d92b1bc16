import type { Lesson } from '../types';

const spelling = (optimizer: string, lr: number) => ({ optimizer, hyper: { lr, momentum: 0.9 } });
const spellings = (average: number) => [
  spelling('sgd', 0.001),
  spelling('momentum-sutskever', 0.001),
  spelling('momentum-keras', 0.001),
  spelling('momentum-average', average),
];

const rosenbrock = { version: 1, problem: { id: 'rosenbrock' }, start: [-1.5, 2], steps: 100 } as const;

/** Sutskever et al. 2013; torch.optim.SGD's note on its own form. The average needs 1/(1 - momentum) times the rate. */
export const momentumSpellings: Lesson = {
  id: 'momentum-spellings',
  chapter: 'memory',
  title: { en: 'Four spellings of momentum', zh: '动量的四种写法' },
  about: {
    en: 'Do PyTorch, Caffe, Keras and the papers mean the same?',
    zh: 'PyTorch、Caffe、Keras 和论文说的是一回事吗？',
  },
  minutes: 3,
  experiment: { ...rosenbrock, runs: spellings(0.001) },
  steps: [
    {
      kind: 'predict',
      question: {
        en: 'PyTorch keeps the rate outside the velocity, Caffe inside, Keras flips its sign, some papers average with 1 − μ. All four have rate 0.001 and momentum 0.9. Which runs share a path?',
        zh: 'PyTorch 把学习率放在速度之外，Caffe 放在之内，Keras 符号取反，有的论文以 1 − μ 作平均。四条的学习率都是 0.001，动量都是 0.9。哪些轨迹重合？',
      },
      answers: [
        {
          text: { en: 'All four', zh: '四条都重合' },
          claim: { kind: 'together', runs: [0, 3], within: 1e-3 },
        },
        {
          text: { en: 'The first three; the average lags behind', zh: '前三条重合，平均的那条落后' },
          claim: { kind: 'lower', run: 2, than: 3, times: 1.3 },
        },
        {
          text: { en: 'None', zh: '都不重合' },
          claim: { kind: 'apart', runs: [0, 1], by: 0.01 },
        },
      ],
      because: {
        en: 'Rate outside or inside, plus or minus: at a constant rate it is the same sum. The average lets only 1 − μ, a tenth, of each gradient in, so its velocity is ten times as small.',
        zh: '学习率在外或在内、正号或负号：学习率不变时，都是同一个和。平均只让每个梯度的 1 − μ（十分之一）进入，速度因此只有十分之一。',
      },
    },
    {
      kind: 'do',
      task: {
        en: 'Change the rate of the fourth run until its path falls on the others.',
        zh: '改变第四条轨迹的学习率，使它与其他三条重合。',
      },
      hint: { en: 'A velocity ten times as small needs ten times the rate.', zh: '速度只有十分之一，学习率就要十倍。' },
      claims: [{ kind: 'together', runs: [0, 3], within: 0.02 }],
      solution: { runs: { 3: { hyper: { lr: 0.01 } } } },
    },
    {
      kind: 'why',
      text: {
        en: 'Before you copy a learning rate from a paper, look at how its momentum is written: a factor of 1/(1 − μ) may hide there.',
        zh: '从论文中抄学习率之前，先看它的动量怎么写：其中可能藏着 1/(1 − μ) 倍。',
      },
    },
  ],
  claims: [
    { kind: 'together', runs: [0, 1], within: 1e-3 },
    { kind: 'together', runs: [0, 2], within: 1e-3 },
  ],
};

const dropAt50 = { kind: 'multiStep', milestones: [50], gamma: 0.1 };

/** known-results, Equalities: after a tenfold drop the second still carries velocity built at the old rate. */
export const momentumSpellingsApart: Lesson = {
  id: 'momentum-spellings-apart',
  chapter: 'memory',
  title: { en: 'Spellings of momentum when the rate drops', zh: '学习率下降时，动量的四种写法' },
  about: { en: 'The same four spellings: what if the rate changes?', zh: '同样四种写法，学习率一变会怎样？' },
  minutes: 3,
  experiment: { ...rosenbrock, runs: spellings(0.01) },
  steps: [
    {
      kind: 'see',
      text: {
        en: 'The four spellings again, the average with ten times the rate. Watch them play at a constant rate: four runs, one path.',
        zh: '还是四种写法，其中平均的那种用十倍的学习率。先看学习率不变时：四条轨迹完全重合。',
      },
    },
    {
      kind: 'predict',
      question: {
        en: 'Now the rate drops tenfold after update 50. Run 1 keeps the rate outside its velocity, run 2 inside. Up to then a step is 0.020 long. How long is step 51 of run 2?',
        zh: '现在第 50 次更新后学习率降为十分之一。第 1 条的学习率在速度之外，第 2 条在速度之内。此前每步长 0.020。第 2 条的第 51 步有多长？',
      },
      change: { runs: Object.fromEntries([0, 1, 2, 3].map((run) => [run, { schedule: dropAt50 }])) },
      answers: [
        {
          text: { en: 'A tenth: 0.002', zh: '十分之一：0.002' },
          claim: { kind: 'strides', run: 1, at: 51, to: 0.004 },
        },
        {
          text: { en: 'About half: 0.010', zh: '约一半：0.010' },
          claim: { kind: 'strides', run: 1, at: 51, from: 0.007, to: 0.013 },
        },
        {
          text: { en: 'Nearly the same: 0.018', zh: '几乎不变：0.018' },
          claim: { kind: 'strides', run: 1, at: 51, from: 0.016 },
        },
      ],
      because: {
        en: 'Inside, the velocity already holds the old rate: it loses a tenth an update and carries on. Outside, the new rate multiplies the whole velocity: run 1 steps 0.002 at once. From here on the paths part.',
        zh: '在速度之内时，速度已含旧的学习率，每次只减少十分之一，还会延续一阵。在速度之外时，新学习率乘在整个速度上：第 1 条的步长立刻变为 0.002。两条轨迹就此分开。',
      },
      claims: [
        { kind: 'together', runs: [0, 1], until: 50, within: 1e-3 },
        { kind: 'strides', run: 0, at: 50, from: 0.0195, to: 0.0205 },
        { kind: 'strides', run: 0, at: 51, from: 0.0019, to: 0.0021 },
        { kind: 'apart', runs: [0, 1], by: 0.01 },
        { kind: 'together', runs: [1, 2], within: 1e-3 },
        { kind: 'together', runs: [0, 3], within: 1e-3 },
      ],
    },
    {
      kind: 'why',
      text: {
        en: 'Runs 1 and 4 (rate outside) stay together, and so do 2 and 3 (rate inside). Two programs with the “same” optimizer can differ as soon as a schedule moves the rate.',
        zh: '第 1、4 条（学习率在外）仍重合，第 2、3 条（在内）也仍重合。两个程序用“同一个”优化器，一旦按调度改变学习率，结果就可能不同。',
      },
    },
  ],
  claims: [
    { kind: 'together', runs: [0, 1], within: 1e-3 },
    { kind: 'together', runs: [0, 2], within: 1e-3 },
    { kind: 'together', runs: [0, 3], within: 1e-3 },
  ],
};
