import type { Question } from '../types';

export const torchMomentumOrTheTextbooks: Question = {
  id: 'torch-momentum-or-the-textbooks',
  topic: 'libraries',
  question: { en: 'Is torch’s momentum the one in the textbook?', zh: 'PyTorch 的动量和教科书里的一样吗？' },
  wordings: {
    en: [
      "pytorch momentum formula vs textbook, Sutskever's form",
      'learning rate inside or outside the velocity',
      'exponential moving average momentum, 1 - mu factor',
    ],
    zh: ['torch 动量公式与课本不同', '学习率在速度里面还是外面', '滑动平均形式的动量'],
  },
  answer: {
    en: 'Torch keeps v = μv + g and steps by ηv; the textbook has v = μv + ηg and steps by v. While η is constant, both runs are one path; after the rate drops tenfold at update 20, torch’s steps shrink at once, and the textbook’s velocity goes on at the old rate for a while. A third spelling, v = μv + (1 − μ)g, needs ten times the rate for the same path (with μ = 0.9).',
    zh: 'PyTorch 令 v = μv + g，走 ηv；教科书令 v = μv + ηg，走 v。η 不变时两者轨迹完全相同；第 20 次更新后学习率降为十分之一，PyTorch 的步子立刻变小，教科书的速度还会按旧学习率延续一阵。第三种写法 v = μv + (1 − μ)g 需要十倍的学习率才走出同样的轨迹（μ = 0.9）。',
  },
  experiment: {
    version: 1,
    problem: { id: 'quadratic', constants: { kappa: 10 } },
    steps: 60,
    runs: [
      { optimizer: 'sgd', hyper: { lr: 0.02, momentum: 0.9 } },
      { optimizer: 'momentum-sutskever', hyper: { lr: 0.02, momentum: 0.9 } },
      { optimizer: 'momentum-average', hyper: { lr: 0.2, momentum: 0.9 } },
    ].map((run) => ({ ...run, schedule: { kind: 'multiStep', milestones: [20], gamma: 0.1 } })),
  },
  screen: { selected: 1 },
  lesson: 'momentum-spellings-apart',
  claims: [
    { kind: 'together', runs: [0, 1], until: 20, within: 1e-4 },
    { kind: 'apart', runs: [0, 1], at: 25, by: 0.1 },
    { kind: 'together', runs: [0, 2], within: 1e-4 },
  ],
};
