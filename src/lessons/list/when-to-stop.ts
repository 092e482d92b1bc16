import type { Lesson } from '../types';

/** Nocedal and Wright 2006, Numerical Optimization, section 3.2: what is sure to go to 0 is the gradient. */
export const whenToStop: Lesson = {
  id: 'when-to-stop',
  chapter: 'descent',
  title: { en: 'When to stop', zh: '何时停止' },
  about: {
    en: 'A parabola along x, a fourth power along y. A usual rule stops once |∇f|² is small; |∇f| is plotted. Below 10⁻⁴ it stops after 103 steps, below 10⁻⁶ after 494, where y is still 0.1: where the ground is flat, a small gradient does not mean that the minimum is near.',
    zh: '沿 x 是抛物线，沿 y 是四次函数。常用的停止准则是 |∇f|² 足够小（图中画的是 |∇f|）。阈值取 10⁻⁴ 时在第 103 步停止，取 10⁻⁶ 时在第 494 步，而此处 y 仍有 0.1：地势平坦时，梯度小并不表示最小值就在近旁。',
  },
  experiment: {
    version: 1,
    problem: { loss: 'x^2/2 + y^4/4', parameters: ['x', 'y'] },
    start: [2.5, 2],
    steps: 600,
    runs: [{ optimizer: 'gd', hyper: { lr: 0.1 } }],
  },
  screen: { plot: { quantity: 'gradient' } },
  claims: [
    { kind: 'stops', run: 0, below: 1e-4, from: 103, to: 103, at: [0, 0.215], within: 1e-3 },
    { kind: 'stops', run: 0, below: 1e-6, from: 494, to: 494, at: [0, 0.1], within: 1e-3 },
  ],
};
