import type { OpeningStop } from './types';

/** Curvatures 1 and 25: the steep direction sets the largest rate, 2/25, and along the floor a step shrinks the distance by 1 - η. */
export const valley: OpeningStop = {
  title: { en: 'A valley', zh: '一条山谷' },
  text: {
    en: 'Seen from above: every ring joins points of equal loss, the star is the minimum. Along y this valley is 25 times as curved as along x: the slope changes that much faster. The steep direction sets the red line, 2/25; along x such small steps take long.',
    zh: '这是从上往下看：每一圈连接损失相等的点，星标是极小值点，即损失最低的点。这条山谷沿 y 方向的曲率（斜率变化的快慢）是沿 x 方向的 25 倍。陡的方向决定红线的位置，2/25；而沿 x 方向，这么小的步子要走很久。',
  },
  experiment: {
    problem: { id: 'quadratic' },
    start: [-4, 2],
    steps: 60,
    runs: [{ optimizer: 'gd', hyper: { lr: 0.02 } }],
  },
  lossScale: 'log',
  control: { run: 0, name: 'lr', min: 0.004, max: 0.1, label: { en: 'learning rate η', zh: '学习率 η' } },
  question: {
    text: {
      en: 'With η = 0.02 the path is smooth. At 0.076, just left of the red line, it zigzags. Where is it after the same 60 steps?',
      zh: 'η = 0.02 时轨迹平滑。在红线左侧不远的 0.076 处，它会上下摆动。同样走 60 步后它在哪里？',
    },
    answers: [
      {
        text: { en: 'Farther from the star than now', zh: '离星标比现在更远' },
        claims: [{ kind: 'misses', run: 0, by: 1.2 }],
      },
      {
        text: { en: 'Much nearer to the star', zh: '离星标近得多' },
        claims: [{ kind: 'arrives', run: 0, within: 0.05 }],
      },
      {
        text: { en: 'Outside the picture', zh: '在图外' },
        claims: [{ kind: 'ends', run: 0, as: 'left' }],
      },
    ],
    right: 1,
    at: 0.076,
    seen: [0.073, 0.0765],
    because: {
      en: 'The zigzag along y dies out more slowly than before, but along x every step now takes off 7.6% of the distance instead of 2%. A zigzag is normal near the line; only past it does it grow.',
      zh: '沿 y 方向的摆动比原来衰减得慢，但沿 x 方向每一步现在把距离缩短 7.6%，而不是 2%。靠近红线时摆动是正常的；只有越过红线，它才会越来越大。',
    },
  },
  claims: [{ kind: 'misses', run: 0, by: 1 }],
};
