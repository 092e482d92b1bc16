import { totalIters } from './arguments';
import type { RateSchedule } from './types';

export const polynomial: RateSchedule = {
  kind: 'polynomial',
  name: { en: 'Polynomial', zh: '多项式衰减' },
  args: {
    totalIters: totalIters(1),
    power: {
      symbol: 'p',
      default: 1,
      min: 0,
      max: 10,
      slider: { min: 0, max: 4, scale: 'linear' },
      name: { en: 'power', zh: '幂次' },
      help: {
        en: 'At 1 the rate falls along a line, above 1 fast at first.',
        zh: '为 1 时沿直线下降，大于 1 时先快后慢。',
      },
    },
  },
  rate: (_, { t }) => `lr*(1 - min(${t}, totalIters)/totalIters)^power`,
  sources: ['https://docs.pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.PolynomialLR.html'],
};
