import type { OpeningStop } from './types';

/** The same valley and rate as before; the velocity sums past gradients. */
export const momentum: OpeningStop = {
  title: { en: 'Momentum', zh: '动量' },
  text: {
    en: 'With momentum μ each step is μ times the last one plus a new gradient step. Steps in one direction add up, and where the slope turns, the path first carries on. In libraries momentum is a setting of the optimizer SGD; at 0 it is gradient descent.',
    zh: '有了动量 μ，每一步等于上一步的 μ 倍，加上新的一步梯度下降。方向一致的步子不断累积；坡的方向变了，轨迹还会往前冲一段。在各种库里，动量是优化器 SGD 的一项设置；取 0 就是梯度下降。',
  },
  experiment: {
    problem: { id: 'quadratic' },
    start: [-4, 2],
    steps: 60,
    runs: [{ optimizer: 'sgd', hyper: { lr: 0.02, momentum: 0 } }],
  },
  lossScale: 'log',
  control: { run: 0, name: 'momentum', min: 0, max: 0.99, label: { en: 'momentum μ', zh: '动量 μ' } },
  question: {
    text: {
      en: 'The rate stays at 0.02. Without momentum the run ends 1.2 from the star. What does μ = 0.8 do?',
      zh: '学习率保持 0.02。没有动量时，终点离星标 1.2。μ = 0.8 会怎样？',
    },
    answers: [
      {
        text: { en: 'It ends about as far away', zh: '终点几乎一样远' },
        claims: [
          { kind: 'misses', run: 0, by: 0.9 },
          { kind: 'arrives', run: 0, within: 1.5 },
        ],
      },
      {
        text: { en: 'It shoots past and out of the picture', zh: '冲过头，跑出图外' },
        claims: [{ kind: 'ends', run: 0, as: 'left' }],
      },
      {
        text: { en: 'It ends more than a hundred times nearer', zh: '终点到星标的距离不到原来的百分之一' },
        claims: [{ kind: 'arrives', run: 0, within: 0.0119 }],
      },
    ],
    right: 2,
    at: 0.8,
    seen: [0.77, 0.81],
    because: {
      en: 'Along x the steps point the same way until the path has passed the star, so they add up, to as much as 1/(1 − 0.8) = 5 times the length. Along y the path now shoots past the floor of the valley and swings, but the swings die out. Push μ to 0.98 and they hardly do: the path keeps too much of its old steps.',
      zh: '沿 x 方向，轨迹越过星标之前步子方向一致，累积起来最多是原来的 1/(1 − 0.8) = 5 倍长。沿 y 方向，轨迹现在会冲过谷底来回摆动，但摆动逐渐平息。把 μ 推到 0.98，摆动就迟迟不平息：旧的步子保留得太多了。',
    },
  },
  claims: [
    { kind: 'misses', run: 0, by: 1.1 },
    { kind: 'arrives', run: 0, within: 1.25 },
  ],
};
