import type { Lesson } from '../types';

/** torch.optim.SGD: the first buffer is g, later ones momentum v + (1 - dampening) g. */
export const dampening: Lesson = {
  id: 'dampening',
  chapter: 'memory',
  title: { en: 'Dampening of momentum', zh: '动量阻尼（dampening）' },
  about: { en: 'Is PyTorch’s dampening an average of gradients?', zh: 'PyTorch 的 dampening 就是对梯度取平均吗？' },
  minutes: 3,
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
  steps: [
    {
      kind: 'predict',
      question: {
        en: 'Dampening τ lets 1 − τ of each gradient into the velocity. Run 1 has τ = μ = 0.9, run 2 is the average with 1 − μ; its first step is 0.22 long. How long is the first step of run 1?',
        zh: '动量阻尼 τ 只让每个梯度的 1 − τ 进入速度。第 1 条取 τ = μ = 0.9，第 2 条以 1 − μ 作平均，第一步长 0.22。第 1 条的第一步有多长？',
      },
      answers: [
        {
          text: { en: 'The same: 0.22', zh: '一样：0.22' },
          claim: { kind: 'strides', run: 0, at: 1, from: 0.2, to: 0.25 },
        },
        {
          text: { en: 'Ten times: 2.2', zh: '十倍：2.2' },
          claim: { kind: 'strides', run: 0, at: 1, from: 2, to: 2.5 },
        },
        {
          text: { en: 'A tenth: 0.022', zh: '十分之一：0.022' },
          claim: { kind: 'strides', run: 0, at: 1, to: 0.05 },
        },
      ],
      because: {
        en: 'PyTorch takes the first gradient whole and dampens only the later ones. The long first step starts a swing that takes long to die: at update 50 the loss is 40 times that of run 2.',
        zh: 'PyTorch 的第一步取整个梯度，之后才加以抑制。过长的第一步引起的摆动很久才平息：第 50 次更新时，损失是第 2 条的四十倍。',
      },
    },
    {
      kind: 'do',
      task: {
        en: 'Run 3 has no dampening and lies on run 2. Change the rate and the momentum of run 3 so that it converges earlier.',
        zh: '第 3 条没有动量阻尼，与第 2 条重合。改变第 3 条的学习率和动量，使它更早收敛。',
      },
      hint: {
        en: 'Less momentum swings less. Try 0.6 with a rate of 0.1.',
        zh: '动量小，摆动就小。试试动量 0.6、学习率 0.1。',
      },
      claims: [{ kind: 'ends', run: 2, as: 'converged', by: 60 }],
      solution: { runs: { 2: { hyper: { lr: 0.1, momentum: 0.6 } } } },
      par: { of: 'updates', run: 2, is: 30, best: 'least' },
    },
    {
      kind: 'why',
      text: {
        en: 'An average and a sum differ by the factor 1 − μ alone, which the rate can make good: run 3 at a tenth of the rate is run 2. Only PyTorch’s first step breaks this equality.',
        zh: '平均与求和只差一个因子 1 − μ，可以由学习率补上：第 3 条的学习率取十分之一，就与第 2 条重合。只有 PyTorch 的第一步打破了这一等价。',
      },
    },
  ],
  claims: [
    { kind: 'together', runs: [1, 2], within: 1e-4 },
    { kind: 'passes', run: 0, row: 1, at: [-1, -1.6], within: 1e-5 },
    { kind: 'passes', run: 1, row: 1, at: [-1.9, 0.2], within: 1e-5 },
    { kind: 'ratio', run: 0, over: 1, at: 50, from: 38, to: 42 },
  ],
};
