import type { Question } from '../types';

export const doesItOscillate: Question = {
  id: 'does-it-oscillate',
  topic: 'trouble',
  question: { en: 'Why does it oscillate?', zh: '为什么会来回摆动（振荡）？' },
  wordings: {
    en: [
      'oscillation, oscillating loss or weights, swings back and forth',
      'parameters jump around the minimum',
      'wobbles, ringing, noisy loss with mini-batches',
    ],
    zh: ['震荡、摆动、来回跳', '损失忽上忽下', '参数在最小值附近来回'],
  },
  answer: {
    en: 'There are three reasons. Above 1/λₘₐₓ, where λₘₐₓ is the largest curvature (here 1/25 = 0.04), every plain step lands beyond the valley’s floor: at 0.07 y changes its sign in each of 100 updates, at 0.03 never. With momentum the velocity carries the run past the floor even at 0.005, in 12 slow swings. And mini-batches are noisy: each pulls its own way, so at a constant rate the run jumps about the minimum.',
    zh: '原因有三种。学习率高于 1/λₘₐₓ 时（λₘₐₓ 是最大曲率，示例中 1/25 = 0.04），每一步都落到谷底的另一侧：取 0.07，100 次更新中 y 每次都变号；取 0.03 则一次也没有。有动量时，速度会带着它冲过谷底，即使学习率只有 0.005 也会缓慢摆动，变号 12 次。小批量的梯度有噪声：每个批量各拉各的方向，学习率不变时，轨迹就一直在极小值点周围跳动。',
  },
  experiment: {
    version: 1,
    problem: { id: 'quadratic', constants: { kappa: 25 } },
    steps: 100,
    runs: [
      { optimizer: 'gd', hyper: { lr: 0.07 } },
      { optimizer: 'sgd', hyper: { lr: 0.005, momentum: 0.9 } },
      { optimizer: 'gd', hyper: { lr: 0.03 } },
    ],
  },
  lesson: 'rates-on-a-parabola',
  claims: [
    { kind: 'curved', at: [0, 0], by: [25, 1] },
    { kind: 'flips', run: 0, parameter: 1, from: 100, to: 100 },
    { kind: 'flips', run: 1, parameter: 1, from: 12, to: 12 },
    { kind: 'flips', run: 2, parameter: 1, from: 0, to: 0 },
    // At 0.05 none of the curvatures, 10 and 1, makes full steps change sides: the noise of single samples does.
    ...[
      { batch: { size: 1 }, from: 100, to: 2000 },
      { batch: { size: 'all' }, from: 0, to: 0 },
    ].map(({ batch, from, to }) => ({
      kind: 'instead' as const,
      changes: {
        problem: { id: 'noisy-quadratic', constants: undefined },
        steps: undefined,
        epochs: 10,
        runs: [{ optimizer: 'sgd', hyper: { lr: 0.05 }, batch }],
      },
      claim: { kind: 'flips' as const, run: 0, parameter: 0, from, to },
    })),
  ],
};
