import type { Lesson } from '../types';

/** Neelakantan et al. 2015, Adding Gradient Noise Improves Learning for Very Deep Networks. */
export const noiseAtASaddle: Lesson = {
  id: 'noise-at-a-saddle',
  chapter: 'help',
  title: { en: 'Noise leaves a saddle', zh: '噪声帮助离开鞍点' },
  about: { en: 'Can noise help?', zh: '噪声也会有好处吗？' },
  minutes: 3,
  experiment: {
    version: 1,
    problem: { id: 'saddle' },
    start: [1, 0],
    steps: 100,
    runs: [
      { optimizer: 'gd', hyper: { lr: 0.05 } },
      { optimizer: 'gd', hyper: { lr: 0.05 }, modifiers: { noise: { c: 0.1, gamma: 0.55 } } },
    ],
  },
  screen: { lossScale: 'linear' },
  steps: [
    {
      kind: 'predict',
      question: {
        en: 'x² − y² has no minimum: it falls without end along y. Both runs start exactly on the ridge, at (1, 0). Run 1 is plain gradient descent. Where does it end?',
        zh: 'x² − y² 没有最小值，沿 y 无限下降。两条轨迹都恰好从脊线上的 (1, 0) 出发。第 1 条是普通梯度下降，它停在哪里？',
      },
      answers: [
        {
          text: { en: 'At the saddle (0, 0)', zh: '鞍点 (0, 0)' },
          claim: { kind: 'arrives', run: 0, at: [0, 0], within: 0.01 },
        },
        { text: { en: 'Far down one of the sides', zh: '某一侧的深处' }, claim: { kind: 'ends', run: 0, as: 'left' } },
        {
          text: { en: 'At the start: it cannot move', zh: '原地不动' },
          claim: { kind: 'arrives', run: 0, at: [1, 0], within: 0.01 },
        },
      ],
      because: {
        en: 'On the ridge the gradient has no part along y, and so no step has. It walks into the saddle. A little noise, σ = 0.1/(1 + t)^0.55, puts run 2 off the ridge; from there the slope does the rest.',
        zh: '在脊线上，梯度没有 y 方向的分量，步子也就没有，于是走进鞍点。一点噪声 σ = 0.1/(1 + t)^0.55 就让第 2 条偏离脊线，其余的交给斜坡。',
      },
    },
    {
      kind: 'do',
      task: {
        en: 'Get run 1 off the ridge without noise: move the start so that it leaves the view.',
        zh: '不用噪声，让第 1 条也离开脊线：移动起点，使它离开视图。',
      },
      hint: {
        en: 'The smallest distance from the ridge will do. Drag the start up a little.',
        zh: '只要偏离脊线一点点就行。把起点稍微向上拖。',
      },
      claims: [{ kind: 'ends', run: 0, as: 'left' }],
      solution: { start: [1, 0.1] },
    },
    {
      kind: 'why',
      text: {
        en: 'A start exactly on a ridge is an accident; near one, descent is slow: a distance of y grows by 10% a step. Surfaces of many parameters have many saddles. The noise of small batches, which is there anyway, helps past them.',
        zh: '恰好从脊线出发纯属偶然；而在脊线附近，下降很慢：离脊线的距离每步只增加 10%。参数很多的曲面有许多鞍点，小批量自带的噪声有助于离开它们。',
      },
    },
  ],
  claims: [{ kind: 'ends', run: 1, as: 'left' }],
};
