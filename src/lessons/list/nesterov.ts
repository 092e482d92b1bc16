import type { Lesson } from '../types';

/** Nesterov 1983; Sutskever et al. 2013; torch.optim.SGD's rearrangement. */
export const nesterovLooksAhead: Lesson = {
  id: 'nesterov-looks-ahead',
  chapter: 'memory',
  title: { en: 'Nesterov looks ahead', zh: 'Nesterov 先看一步' },
  about: { en: 'What does it change to take the gradient one jump later?', zh: '先走一步再取梯度，有什么不同？' },
  minutes: 4,
  experiment: {
    version: 1,
    problem: { id: 'quadratic', constants: { kappa: 100 } },
    steps: 100,
    runs: [
      { optimizer: 'sgd', hyper: { lr: 0.009, momentum: 0.9 } },
      { optimizer: 'sgd', hyper: { lr: 0.009, momentum: 0.9, nesterov: true } },
    ],
  },
  screen: { selected: 1, arrows: ['step'] },
  steps: [
    {
      kind: 'predict',
      question: {
        en: 'A steep valley, momentum 0.9, rate 0.009. Run 1 takes the gradient where it stands and then jumps; run 2 (Nesterov) jumps first and takes it there. After 40 updates, how far is run 2 from the floor y = 0?',
        zh: '陡峭的山谷，动量 0.9，学习率 0.009。第 1 条先在当前点取梯度再跳，第 2 条（Nesterov）先跳再取梯度。40 次更新后，第 2 条离谷底 y = 0 有多远？',
      },
      answers: [
        {
          text: { en: 'It swings wider than run 1', zh: '比第 1 条摆得更宽' },
          claim: { kind: 'ratio', run: 1, over: 0, at: 40, from: 1.2 },
        },
        {
          text: { en: 'It swings as run 1 does, about 0.3', zh: '与第 1 条一样摆动，约 0.3' },
          claim: { kind: 'ratio', run: 1, over: 0, at: 40, from: 0.8, to: 1.2 },
        },
        {
          text: { en: 'It lies on the floor, within 0.001', zh: '已在谷底，0.001 以内' },
          claim: { kind: 'coordinate', run: 1, parameter: 1, at: 40, from: -0.001, to: 0.001 },
        },
      ],
      because: {
        en: 'The negative gradient after the jump already points back from the far wall, so Nesterov brakes before it gets there. Across the valley, along y, it is at rest after some ten updates; run 1 still swings by 0.26 after 40.',
        zh: '越过谷底之后，那里的负梯度已经指回谷底，所以 Nesterov 会提前减速。约十次更新后，它沿 y 方向（横跨山谷）就不再摆动；第 1 条在 40 次之后仍有 0.26 的摆动。',
      },
    },
    {
      kind: 'do',
      task: {
        en: 'The price: its stability edge is lower. Raise run 2’s rate to 0.0125 or more while its loss still ends a million times below where it began.',
        zh: '代价是稳定性边界更低。把第 2 条的学习率提高到 0.0125 以上，同时最终损失仍不到起点处的百万分之一。',
      },
      hint: {
        en: 'The stability edge is at 0.0136. Near it the swings die slowly: try 0.013.',
        zh: '稳定性边界在 0.0136，靠近它时摆动平息得很慢：试试 0.013。',
      },
      claims: [
        { kind: 'set', run: 1, name: 'lr', from: 0.0125 },
        { kind: 'falls', run: 1, times: 1e6 },
      ],
      solution: { runs: { 1: { hyper: { lr: 0.013 } } } },
      par: { of: 'hyper', run: 1, name: 'lr', is: 0.013, best: 'most' },
    },
    {
      kind: 'why',
      text: {
        en: 'At μ = 0.9 heavy-ball momentum is stable while η times the largest curvature is below 3.8, Nesterov below 1.36, plain descent below 2. Looking ahead buys calm, not longer steps. Step through and watch the two arrows. The rule below keeps the point after the jump as θ, so that it takes the gradient there: the same method, written as PyTorch does.',
        zh: 'μ = 0.9 时，η 与最大曲率之积小于 3.8，经典动量就稳定；Nesterov 须小于 1.36，普通梯度下降须小于 2。先看一步换来的是平稳，不是更长的步子。逐步播放，观察两个箭头。下方公式中的 θ 就是跳跃之后的点，梯度在那里取：方法相同，只是按 PyTorch 的写法。',
      },
    },
  ],
  claims: [
    { kind: 'lower', run: 1, than: 0, at: 40, times: 2 },
    { kind: 'coordinate', run: 1, parameter: 1, at: 10, from: -1e-4, to: 1e-4 },
    { kind: 'coordinate', run: 0, parameter: 1, at: 40, from: -0.27, to: 0.27 },
  ],
};
