import type { Lesson } from '../types';

const point = [2];
const short = { precision: 'float32', point } as const;
const forward = { scheme: 'forward', precision: 'float64', point } as const;
const central = { scheme: 'central', precision: 'float64', point } as const;

/** A forward difference errs by about h f″/2 and a central one by h² f‴/6, both by rounding over h besides. Here f″ = f‴ = 12. */
export const finiteDifferences: Lesson = {
  id: 'finite-differences',
  chapter: 'gradients',
  title: { en: 'How small a difference?', zh: '差分步长取多小？' },
  about: {
    en: 'At 2 the slope is 7. A forward difference errs in proportion to h: with 10⁻⁸ eight digits are right. A central one errs in proportion to h²: with 10⁻⁵ ten are. Shorter steps are worse, for rounding takes over: at 10⁻¹⁴ one digit or two are left. In float32 10⁻³ is best.',
    zh: '在 2 处斜率为 7。向前差分的误差与 h 成正比，h = 10⁻⁸ 时有八位正确；中心差分的误差与 h² 成正比，h = 10⁻⁵ 时有十位正确。步长再小，舍入误差反而占上风：h = 10⁻¹⁴ 时只剩一两位。在 float32 中以 10⁻³ 为最佳。',
  },
  experiment: {
    version: 1,
    problem: { loss: 'x^4/4 - x', parameters: ['x'] },
    start: point,
    steps: 20,
    runs: [{ optimizer: 'gd', hyper: { lr: 0.1 } }],
  },
  screen: { lossScale: 'linear', tab: 'gradient', probe: point, step: 0 },
  claims: [
    { kind: 'errs', ...forward, step: 1e-2, from: 0.059, to: 0.061 },
    { kind: 'errs', ...forward, step: 1e-4, from: 0.00059, to: 0.00061 },
    { kind: 'errsLeast', ...forward, step: 1e-8, within: 1e-7 },
    { kind: 'errs', ...forward, step: 1e-14, from: 0.05, to: 0.5 },
    { kind: 'errs', ...central, step: 1e-1, from: 0.019, to: 0.021 },
    { kind: 'errs', ...central, step: 1e-3, from: 1.9e-6, to: 2.1e-6 },
    { kind: 'errsLeast', ...central, step: 1e-5, within: 5e-10 },
    { kind: 'errs', ...central, step: 1e-14, from: 0.05, to: 0.5 },
    { kind: 'errsLeast', ...short, scheme: 'forward', step: 1e-3, within: 0.05 },
    { kind: 'errsLeast', ...short, scheme: 'central', step: 1e-3, within: 0.05 },
  ],
};
