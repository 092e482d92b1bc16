import type { Lesson } from '../types';

const sgd = (momentum: number) => ({ optimizer: 'sgd', hyper: { lr: 0.01, momentum } });

/** Where n updates on a slope of 1 lead from 2: v is 1 + μ + … + μ^(k - 1) = (1 - μ^k)/(1 - μ) in the kth of them. */
const after = (n: number, mu: number): readonly number[] => [
  2 - (0.01 * (n - (mu * (1 - mu ** n)) / (1 - mu))) / (1 - mu),
];

/** Polyak 1964, Some methods of speeding up the convergence of iteration methods. */
export const memoryOfGradients: Lesson = {
  id: 'memory-of-gradients',
  chapter: 'memory',
  title: { en: 'Momentum: a memory of gradients', zh: '动量：对梯度的记忆' },
  about: { en: 'How fast does momentum make a run?', zh: '动量能让轨迹快多少？' },
  minutes: 4,
  experiment: {
    version: 1,
    problem: { loss: 'relu(x)', parameters: ['x'] },
    start: [2],
    steps: 180,
    runs: [sgd(0), sgd(0.5), sgd(0.9)],
  },
  screen: { plot: { quantity: 'state.v' }, lossScale: 'linear', selected: 2 },
  steps: [
    {
      kind: 'predict',
      question: {
        en: 'A slope of 1 that ends at x = 0; the ground behind it is level. All rates are 0.01, so a step without momentum is 0.01 long. With momentum 0.9, how long is step 25?',
        zh: '斜率为 1 的坡在 x = 0 处结束，之后是平地。学习率都是 0.01，没有动量时每步长 0.01。动量为 0.9 时，第 25 步有多长？',
      },
      answers: [
        {
          text: { en: 'Also 0.01', zh: '也是 0.01' },
          claim: { kind: 'strides', run: 2, at: 25, to: 0.015 },
        },
        {
          text: { en: 'Twice that: about 0.019', zh: '约两倍：0.019' },
          claim: { kind: 'strides', run: 2, at: 25, from: 0.015, to: 0.05 },
        },
        {
          text: { en: 'Almost ten times that', zh: '将近十倍' },
          claim: { kind: 'strides', run: 2, at: 25, from: 0.08, to: 0.1 },
        },
        {
          text: { en: '25 times that', zh: '二十五倍' },
          claim: { kind: 'strides', run: 2, at: 25, from: 0.2 },
        },
      ],
      because: {
        en: 'The velocity v adds up past gradients with weights 1, μ, μ² …, which sum to 1/(1 − μ): 2 for μ = 0.5, 10 for 0.9. On level ground v loses a tenth an update, and the run coasts on to −0.9 before it stalls.',
        zh: '速度 v 把过去的梯度按权重 1、μ、μ²……相加，总和为 1/(1 − μ)：μ = 0.5 时为 2，0.9 时为 10。到平地上，v 每次减少十分之一，轨迹滑行到 −0.9 才停滞。',
      },
    },
    {
      kind: 'do',
      task: {
        en: 'Change the momentum of the third run so that it coasts to a place between −0.3 and −0.1.',
        zh: '改变第三条轨迹的动量，使它滑行到 −0.3 与 −0.1 之间。',
      },
      hint: { en: 'It coasts about η μ/(1 − μ)². Try 0.8.', zh: '滑行距离约为 η μ/(1 − μ)²。试试 0.8。' },
      claims: [{ kind: 'coordinate', run: 2, parameter: 0, from: -0.3, to: -0.1 }],
      solution: { runs: { 2: { hyper: { momentum: 0.8 } } } },
    },
    {
      kind: 'why',
      text: {
        en: 'Momentum remembers about 1/(1 − μ) updates. Where gradients agree it multiplies the rate by that number; where they change sign from step to step they cancel.',
        zh: '动量大约记住 1/(1 − μ) 次更新。梯度方向一致时，相当于学习率乘以这个数；梯度逐步变号时，彼此抵消。',
      },
    },
  ],
  claims: [
    { kind: 'passes', run: 0, row: 100, at: after(100, 0), within: 1e-4 },
    { kind: 'passes', run: 1, row: 90, at: after(90, 0.5), within: 1e-4 },
    ...[1, 2, 3, 20].map((row) => ({ kind: 'passes' as const, run: 2, row, at: after(row, 0.9), within: 1e-5 })),
    { kind: 'arrives', run: 2, at: [-0.9], within: 1e-4 },
    { kind: 'ends', run: 2, as: 'stalled' },
  ],
};
