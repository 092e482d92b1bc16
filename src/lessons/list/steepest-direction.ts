import type { Lesson } from '../types';

/** The directional derivative D_u f = grad f . u. */
export const steepestDirection: Lesson = {
  id: 'steepest-direction',
  chapter: 'gradients',
  title: { en: 'The steepest direction', zh: '最陡的方向' },
  about: {
    en: 'Turn the direction around the point: the slope along it is ∇f · u, the length of the gradient times the cosine of the angle between them. It is largest along the gradient, 0 along the contour, and gradient descent steps the opposite way.',
    zh: '绕着这个点转动方向：沿该方向的斜率是 ∇f · u，即梯度的长度乘以夹角的余弦。沿梯度方向最大，沿等高线方向为 0；梯度下降朝相反方向迈步。',
  },
  experiment: {
    version: 1,
    problem: { id: 'booth' },
    start: [-6, 4],
    steps: 60,
    runs: [{ optimizer: 'gd', hyper: { lr: 0.05 } }],
  },
  screen: { tab: 'gradient', probe: [-4, 0], angle: 30, step: 0 },
  claims: [{ kind: 'arrives', run: 0, within: 0.02 }],
};

/** First-order Taylor: f(x - eta f') is about f - eta f'^2. */
export const shortSteps: Lesson = {
  id: 'short-steps',
  chapter: 'gradients',
  title: { en: 'Why a step must be short', zh: '步子为什么要小' },
  about: {
    en: 'The gradient promises that a step lowers the loss by η|∇f|². Compare the promise with what the step really did: at 0.01 they nearly agree, at 0.6 the tangent promised a fall and the loss rose, because the curve bends.',
    zh: '梯度承诺：走一步，损失下降 η|∇f|²。把承诺与实际结果比较：η = 0.01 时两者几乎一致；η = 0.6 时，切线预言下降，损失却因曲线弯曲而上升。',
  },
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
  claims: [
    { kind: 'arrives', run: 0, at: [1.92], within: 1e-5 },
    { kind: 'arrives', run: 1, at: [-2.8], within: 1e-5 },
    { kind: 'lower', run: 0, than: 1 },
  ],
};
