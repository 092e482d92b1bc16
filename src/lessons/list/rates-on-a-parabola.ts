import type { Lesson } from '../types';

const gd = (lr: number) => ({ optimizer: 'gd', hyper: { lr } });

/** known-results: x^2 from 10, ten steps. Each update multiplies x by 1 - 2 lr. */
export const ratesOnAParabola: Lesson = {
  id: 'rates-on-a-parabola',
  chapter: 'descent',
  title: { en: 'Four learning rates on x²', zh: 'x² 上的四种学习率' },
  about: {
    en: 'Every step multiplies x by 1 − 2η. At 0.05 it creeps, at 0.2 it arrives, at 0.9 it jumps over the minimum each time and still comes in, at 1.1 every jump is longer than the last.',
    zh: '每一步都把 x 乘以 1 − 2η。η = 0.05 时进展缓慢，0.2 时很快到达，0.9 时每步都越过最小值但仍会收敛，1.1 时一次比一次跳得更远。',
  },
  experiment: {
    version: 1,
    problem: { id: 'square' },
    start: [10],
    steps: 10,
    runs: [gd(0.05), gd(0.2), gd(0.9), gd(1.1)],
  },
  claims: [
    { kind: 'arrives', run: 0, at: [3.4867844], within: 1e-5 },
    { kind: 'arrives', run: 1, at: [0.060466176], within: 1e-6 },
    { kind: 'arrives', run: 2, at: [1.0737418], within: 1e-5 },
    { kind: 'arrives', run: 3, at: [61.917364], within: 1e-3 },
    { kind: 'lower', run: 1, than: 0 },
    { kind: 'lower', run: 2, than: 3 },
  ],
};
