import type { Lesson } from '../types';

/** torch.optim.SGD: the first buffer is g, later ones momentum v + (1 - dampening) g. */
export const dampening: Lesson = {
  id: 'dampening',
  chapter: 'memory',
  title: { en: 'Dampening', zh: '动量抑制' },
  about: {
    en: 'Dampening τ lets 1 − τ of each gradient into the velocity. With τ = μ = 0.9 that is an average, the path of momentum at a tenth of the rate. But PyTorch takes the first gradient whole: its first step is ten times as long, and the swing it starts dies slowly.',
    zh: '动量抑制 τ 只让每个梯度的 1 − τ 进入速度。τ = μ = 0.9 时速度就是滑动平均，路径与学习率为十分之一的动量法相同。但 PyTorch 的第一步取整个梯度，长度是十倍，由此引起的摆动很久才平息。',
  },
  experiment: {
    version: 1,
    problem: { id: 'quadratic', constants: { kappa: 10 } },
    start: [-2, 0.4],
    steps: 150,
    runs: [
      { optimizer: 'sgd', hyper: { lr: 0.5, momentum: 0.9, dampening: 0.9 } },
      { optimizer: 'momentum-average', hyper: { lr: 0.5, momentum: 0.9 } },
      { optimizer: 'sgd', hyper: { lr: 0.05, momentum: 0.9 } },
    ],
  },
  claims: [
    { kind: 'together', runs: [1, 2], within: 1e-4 },
    { kind: 'passes', run: 0, row: 1, at: [-1, -1.6], within: 1e-5 },
    { kind: 'passes', run: 1, row: 1, at: [-1.9, 0.2], within: 1e-5 },
    { kind: 'lower', run: 1, than: 0, at: 50, times: 10 },
    { kind: 'arrives', run: 0, within: 0.01 },
    { kind: 'arrives', run: 1, within: 0.01 },
  ],
};
