import type { Lesson } from '../types';

const point = [2];
const short = { precision: 'float32', point } as const;
const forward = { scheme: 'forward', precision: 'float64', point } as const;
const central = { scheme: 'central', precision: 'float64', point } as const;
const gradientTab = { tab: 'gradient', probe: point, angle: 0 } as const;

/** A forward difference errs by about h f″/2 and a central one by h² f‴/6, both by rounding over h besides. Here f″ = f‴ = 12. */
export const finiteDifferences: Lesson = {
  id: 'finite-differences',
  chapter: 'gradients',
  title: { en: 'Finite differences: how small?', zh: '有限差分：步长取多小？' },
  about: { en: 'Which h gives the best numerical slope?', zh: '数值求斜率时，h 取多大最准？' },
  minutes: 3,
  experiment: {
    version: 1,
    problem: { loss: 'x^4/4 - x', parameters: ['x'] },
    start: point,
    steps: 20,
    runs: [{ optimizer: 'gd', hyper: { lr: 0.1 } }],
  },
  screen: { lossScale: 'linear' },
  steps: [
    {
      kind: 'predict',
      question: {
        en: 'The slope at x = 2 is 7. A computer takes (f(2 + h) − f(2))/h in float64, which keeps 16 digits. Which h comes closest to 7?',
        zh: 'x = 2 处斜率为 7。计算机用 float64（16 位有效数字）计算 (f(2 + h) − f(2))/h。哪个 h 最接近 7？',
      },
      answers: [
        {
          text: { en: 'The smallest: 10⁻¹⁴', zh: '最小的：10⁻¹⁴' },
          claim: { kind: 'errsLeast', ...forward, step: 1e-14, within: 1 },
        },
        {
          text: { en: 'About 10⁻⁸', zh: '约 10⁻⁸' },
          claim: { kind: 'errsLeast', ...forward, step: 1e-8, within: 1e-7 },
        },
        {
          text: { en: 'About 10⁻³', zh: '约 10⁻³' },
          claim: { kind: 'errsLeast', ...forward, step: 1e-3, within: 1 },
        },
      ],
      because: {
        en: 'Two errors meet. The curve bends within h: that error shrinks with h. And f is rounded to 16 digits, which is divided by h: that one grows. They balance near 10⁻⁸; at 10⁻¹⁴ one digit or two are left. The plot below shows it.',
        zh: '两种误差相遇：曲线在 h 之内弯曲，这种误差随 h 减小；f 只有 16 位，舍入误差又被除以 h，这种误差随 h 减小而增大。二者在 10⁻⁸ 附近平衡；10⁻¹⁴ 时只剩一两位正确。见下方的图。',
      },
      screen: gradientTab,
    },
    {
      kind: 'predict',
      question: {
        en: 'A central difference, (f(2 + h) − f(2 − h))/2h, errs in proportion to h² instead of h. Which h is best for it?',
        zh: '中心差分 (f(2 + h) − f(2 − h))/2h 的误差与 h² 而不是 h 成正比。它的最佳 h 是多少？',
      },
      answers: [
        {
          text: { en: 'A smaller one: 10⁻¹⁰', zh: '更小：10⁻¹⁰' },
          claim: { kind: 'errsLeast', ...central, step: 1e-10, within: 1 },
        },
        {
          text: { en: 'The same: 10⁻⁸', zh: '一样：10⁻⁸' },
          claim: { kind: 'errsLeast', ...central, step: 1e-8, within: 1 },
        },
        {
          text: { en: 'A larger one: 10⁻⁵', zh: '更大：10⁻⁵' },
          claim: { kind: 'errsLeast', ...central, step: 1e-5, within: 5e-10 },
        },
      ],
      because: {
        en: 'Its bending error is already tiny at 10⁻⁵, so it need not go where rounding hurts. There ten digits are right, two more than the forward difference ever gets.',
        zh: '它的弯曲误差在 10⁻⁵ 时已极小，不必走到舍入误差严重的地方。此时有十位正确，比向前差分的最好结果还多两位。',
      },
      screen: gradientTab,
    },
    {
      kind: 'why',
      text: {
        en: 'Smaller is not always more exact: a difference of two nearly equal numbers loses their common digits. In float32, with 7 digits, the best h is already 10⁻³. So this page differentiates formulas exactly.',
        zh: '并非越小越准：两个几乎相等的数相减，会丢掉相同的那些位。float32 只有 7 位，最佳 h 已经是 10⁻³。因此本页对公式作精确求导。',
      },
    },
  ],
  claims: [
    { kind: 'errs', ...forward, step: 1e-2, from: 0.059, to: 0.061 },
    { kind: 'errs', ...forward, step: 1e-4, from: 0.00059, to: 0.00061 },
    { kind: 'errs', ...forward, step: 1e-14, from: 0.05, to: 0.5 },
    { kind: 'errs', ...central, step: 1e-1, from: 0.019, to: 0.021 },
    { kind: 'errs', ...central, step: 1e-3, from: 1.9e-6, to: 2.1e-6 },
    { kind: 'errs', ...central, step: 1e-14, from: 0.05, to: 0.5 },
    { kind: 'errsLeast', ...short, scheme: 'forward', step: 1e-3, within: 0.05 },
    { kind: 'errsLeast', ...short, scheme: 'central', step: 1e-3, within: 0.05 },
  ],
};
