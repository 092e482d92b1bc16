import type { Lesson } from '../types';

/** The directional derivative D_u f = grad f . u. */
export const steepestDirection: Lesson = {
  id: 'steepest-direction',
  chapter: 'gradients',
  title: { en: 'The steepest direction', zh: '最陡的方向' },
  about: { en: 'Does gradient descent head for the minimum?', zh: '梯度下降是直奔极小值点走的吗？' },
  minutes: 4,
  experiment: {
    version: 1,
    problem: { id: 'booth' },
    start: [-6, 4],
    steps: 60,
    runs: [{ optimizer: 'gd', hyper: { lr: 0.05 } }],
  },
  screen: { tab: 'gradient', probe: [-4, 0], angle: 30, step: 0 },
  steps: [
    {
      kind: 'predict',
      question: {
        en: 'The run starts at (−6, 4). The minimum, the star at (1, 3), lies to the right and a little lower. Where does the first step lead?',
        zh: '轨迹从 (−6, 4) 出发，极小值点（星号，(1, 3)）在右侧略低处。第一步会走向哪里？',
      },
      answers: [
        {
          text: { en: 'Straight towards the minimum', zh: '笔直朝向极小值点' },
          claim: { kind: 'coordinate', run: 0, parameter: 1, at: 1, from: 3.5, to: 4 },
        },
        {
          text: { en: 'To the right and up, away from y = 3', zh: '向右上方，离 y = 3 更远' },
          claim: { kind: 'coordinate', run: 0, parameter: 1, at: 1, from: 4 },
        },
        {
          text: { en: 'To the right and far down', zh: '向右下方，下降很多' },
          claim: { kind: 'coordinate', run: 0, parameter: 1, at: 1, to: 3.5 },
        },
      ],
      because: {
        en: 'Gradient descent does not know where the minimum is. It goes where the loss falls fastest right here: at right angles to the contour through its point. In a long valley that is hardly ever the way to the minimum.',
        zh: '梯度下降并不知道极小值点在哪里。它只朝此处损失下降最快的方向走，也就是垂直于过该点的等高线。在狭长的山谷中，这个方向很少指向极小值点。',
      },
    },
    {
      kind: 'do',
      task: {
        en: 'Drag the start (the ring on the plot) to a place, at least 3 from the minimum, from which the path is a straight line.',
        zh: '拖动起点（图中的圆环），在离极小值点至少 3 的地方找到一个起点，使轨迹成为一条直线。',
      },
      hint: {
        en: 'The contours are ellipses. On one of their two axes the gradient points at the centre. Try (−3, −1).',
        zh: '等高线是椭圆。在椭圆的两条轴上，梯度正对中心。试试 (−3, −1)。',
      },
      claims: [
        { kind: 'straight', run: 0, within: 0.02, length: 3 },
        { kind: 'arrives', run: 0, within: 0.2 },
      ],
      solution: { start: [-3, -1] },
    },
    {
      kind: 'why',
      text: {
        en: 'Along a direction u the slope is ∇f · u = |∇f| cos φ. It is largest along the gradient and 0 along the contour; descent takes the opposite of the gradient. Turn the arrow in the Gradient tab below and watch the slope.',
        zh: '沿方向 u 的斜率是 ∇f · u = |∇f| cos φ：沿梯度方向最大，沿等高线方向为 0，下降则取梯度的反方向。可在下方“梯度”标签页中转动箭头，观察斜率。',
      },
    },
  ],
  claims: [
    { kind: 'passes', run: 0, row: 1, at: [-2.9, 6.3], within: 1e-4 },
    { kind: 'arrives', run: 0, within: 0.02 },
  ],
};

/** First-order Taylor: f(x - eta f') is about f - eta f'^2. */
export const shortSteps: Lesson = {
  id: 'short-steps',
  chapter: 'gradients',
  title: { en: 'Why a step must be short', zh: '步子为什么要小' },
  about: { en: 'How far can the slope be trusted?', zh: '斜率的预言能信到多远？' },
  minutes: 3,
  experiment: {
    version: 1,
    problem: { loss: 'x^4/4', parameters: ['x'] },
    start: [2],
    steps: 1,
    runs: [
      { optimizer: 'gd', hyper: { lr: 0.01 } },
      { optimizer: 'gd', hyper: { lr: 0.6 } },
    ],
  },
  screen: { tab: 'gradient', selected: 1, step: 0 },
  steps: [
    {
      kind: 'predict',
      question: {
        en: 'x⁴/4 has the value 4 and the slope 8 at x = 2. Both runs make one step downhill, with rates 0.01 and 0.6. What does the loss of the second do?',
        zh: 'x⁴/4 在 x = 2 处值为 4，斜率为 8。两条轨迹各走一步下坡，学习率为 0.01 和 0.6。第二条的损失会怎样？',
      },
      answers: [
        {
          text: { en: 'It falls close to 0', zh: '降到接近 0' },
          claim: { kind: 'loss', run: 1, from: 0, to: 1 },
        },
        {
          text: { en: 'It falls a little', zh: '略有下降' },
          claim: { kind: 'loss', run: 1, from: 1, to: 4 },
        },
        { text: { en: 'It rises', zh: '上升' }, claim: { kind: 'grows', run: 1 } },
      ],
      because: {
        en: 'The slope promises a fall of η · 8²: 0.64 for the first run, 38.4 for the second. The first fell by 0.60, nearly as promised. The second jumped across the minimum to −2.8 and up to 15.4: the curve bends, the tangent does not.',
        zh: '斜率承诺下降 η · 8²：第一条 0.64，第二条 38.4。第一条实际下降 0.60，与承诺相近。第二条越过极小值点到 −2.8，损失升至 15.4：曲线会弯，切线不会。',
      },
    },
    {
      kind: 'do',
      task: {
        en: 'Change the rate of the second run until its one step ends within 0.1 of the minimum at 0.',
        zh: '调整第二条轨迹的学习率，使它走一步就停在极小值点 0 的 0.1 以内。',
      },
      hint: { en: 'The step is η · 8, and it should be 2 long.', zh: '步长是 η · 8，应当等于 2。' },
      claims: [{ kind: 'arrives', run: 1, at: [0], within: 0.1 }],
      solution: { runs: { 1: { hyper: { lr: 0.25 } } } },
    },
    {
      kind: 'why',
      text: {
        en: 'To first order f(x − η f′) ≈ f − η f′². That holds while the slope stays the same along the step. The more the curve bends, the shorter a step must be.',
        zh: '一阶近似为 f(x − η f′) ≈ f − η f′²，前提是这一步之内斜率几乎不变。曲线弯得越厉害，步子就必须越短。',
      },
    },
  ],
  claims: [
    { kind: 'arrives', run: 0, at: [1.92], within: 1e-5 },
    { kind: 'loss', run: 0, from: 3.39, to: 3.4 },
    { kind: 'arrives', run: 1, at: [-2.8], within: 1e-5 },
    { kind: 'loss', run: 1, from: 15.36, to: 15.38 },
  ],
};
