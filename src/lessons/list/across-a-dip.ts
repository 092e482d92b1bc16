import type { Lesson } from '../types';

export const acrossADip: Lesson = {
  id: 'across-a-dip',
  chapter: 'memory',
  title: { en: 'Momentum across a dip', zh: '用动量越过小坑' },
  about: { en: 'Can momentum leave a dip that stops plain descent?', zh: '梯度下降陷在小坑里，动量能出来吗？' },
  minutes: 4,
  experiment: {
    version: 1,
    problem: { loss: '0.1*x^2 + 0.25*cos(3*x)', parameters: ['x'] },
    start: [6],
    steps: 150,
    runs: [
      { optimizer: 'gd', hyper: { lr: 0.1 } },
      { optimizer: 'sgd', hyper: { lr: 0.1, momentum: 0.8 } },
      { optimizer: 'sgd', hyper: { lr: 0.1, momentum: 0.9 } },
    ],
  },
  screen: { lossScale: 'linear' },
  steps: [
    {
      kind: 'predict',
      question: {
        en: 'A bowl with ripples, entered from the right at x = 6. The lowest valleys are at 0.96 and −0.96. All rates are 0.1. Where does the run with momentum 0.9 (run 3) end?',
        zh: '一个带波纹的碗，从右侧 x = 6 出发。最低的两个谷在 0.96 和 −0.96。学习率都是 0.1。动量为 0.9 的那条（第 3 条）停在哪里？',
      },
      answers: [
        {
          text: { en: 'In the first dip, at 2.85', zh: '第一个小坑，2.85' },
          claim: { kind: 'arrives', run: 2, at: [2.8534], within: 0.05 },
        },
        {
          text: { en: 'In the valley at 0.96', zh: '0.96 处的谷' },
          claim: { kind: 'arrives', run: 2, at: [0.9609], within: 0.05 },
        },
        {
          text: { en: 'In its twin at −0.96', zh: '−0.96 处的谷' },
          claim: { kind: 'arrives', run: 2, at: [-0.9609], within: 0.05 },
        },
      ],
      because: {
        en: 'Without momentum the first dip at 2.85 holds the run. With 0.8 the velocity carries it through, into 0.96. With 0.9 it crosses the next hill as well and ends in the twin on the other side.',
        zh: '没有动量时，2.85 处的第一个小坑就把它留住。动量 0.8 时，速度带它穿过小坑，落入 0.96。动量 0.9 时，它连下一个小丘也越过，落入另一侧的谷。',
      },
    },
    {
      kind: 'do',
      task: {
        en: 'Escape the dip: change rate and momentum of the third run so that it converges in one of the two lowest valleys, in as few updates as you can.',
        zh: '逃出小坑：改变第三条轨迹的学习率和动量，使它在两个最低谷之一收敛，更新次数越少越好。',
      },
      hint: {
        en: 'Less momentum and a larger rate: try 0.6 and 0.3.',
        zh: '动量小一些，学习率大一些：试试 0.6 和 0.3。',
      },
      claims: [
        { kind: 'ends', run: 2, as: 'converged', by: 100 },
        { kind: 'loss', run: 2, to: -0.14 },
      ],
      solution: { runs: { 2: { hyper: { lr: 0.3, momentum: 0.6 } } } },
      par: { of: 'updates', run: 2, is: 35, best: 'least' },
    },
    {
      kind: 'why',
      text: {
        en: 'A velocity does not stop where the slope is 0. It crosses a dip that is short against the distance it coasts. There is no guarantee: too little stops in the dip, too much flies past a good valley.',
        zh: '斜率为 0 处，速度并不会停。小坑的宽度若短于滑行距离，就能越过。但这没有保证：太小会停在坑里，太大又会飞过好的谷。',
      },
    },
  ],
  claims: [
    { kind: 'arrives', run: 0, at: [2.8534], within: 0.01 },
    { kind: 'arrives', run: 1, at: [0.9609], within: 0.01 },
    { kind: 'arrives', run: 2, at: [-0.9609], within: 0.01 },
  ],
};
