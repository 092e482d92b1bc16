import type { OpeningStop } from './types';

/** On x² an update multiplies the distance from the minimum by 1 - 2η. */
export const bowl: OpeningStop = {
  title: { en: 'A slope and one number', zh: '一个斜坡，一个数' },
  text: {
    en: 'The curve is the loss, the number that training makes small; of a model it says how wrong it is. Gradient descent steps downhill by η times the slope. η is the learning rate. Drag the slider below the curve and watch where the path goes.',
    zh: '曲线是损失，即训练要减小的数；对模型来说，它表示错得有多厉害。梯度下降每一步沿下坡方向走，步长是斜率的 η 倍。η 就是学习率。拖动曲线下方的滑块，看轨迹走向哪里。',
  },
  experiment: {
    problem: { id: 'square' },
    start: [10],
    steps: 20,
    runs: [{ optimizer: 'gd', hyper: { lr: 0.1 } }],
  },
  lossScale: 'log',
  control: { run: 0, name: 'lr', min: 0.02, max: 1.3, label: { en: 'learning rate η', zh: '学习率 η' } },
  question: {
    text: {
      en: 'First guess: what happens when you push η past the red line?',
      zh: '先猜一猜：把 η 推过红线会发生什么？',
    },
    answers: [
      {
        text: { en: 'It arrives at the bottom in fewer steps', zh: '用更少的步数到达最低点' },
        claims: [{ kind: 'arrives', run: 0, within: 0.1 }],
      },
      {
        text: { en: 'It swings between two points for ever', zh: '永远在两点之间来回' },
        claims: [{ kind: 'ends', run: 0, as: 'cycling', period: 2 }],
      },
      {
        text: { en: 'Every swing is wider than the last', zh: '每次摆动都比上一次更大' },
        claims: [{ kind: 'misses', run: 0, by: 10 }],
      },
    ],
    right: 2,
    at: 1.1,
    where: { en: 'Past the red line', zh: '越过红线后' },
    seen: [1.001, 1.3],
    because: {
      en: 'A step lands farther from the minimum than it began. There the slope is steeper, so the next step is longer still: the run diverges. The red line, the stability edge, is at 2 divided by the curvature. The curvature says how fast the slope changes, here 2, so the line is at 1.',
      zh: '每走一步，离极小值点反而更远。那里的斜率更大，下一步也就更长：轨迹发散。红线称为稳定性边界，等于 2 除以曲率。曲率是斜率变化的快慢，这里是 2，所以红线在 1。',
    },
  },
  claims: [{ kind: 'arrives', run: 0, within: 0.2 }],
};
