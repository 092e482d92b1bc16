import { factor, totalIters } from './arguments';
import type { RateSchedule } from './types';

export const linear: RateSchedule = {
  kind: 'linear',
  name: { en: 'Linear', zh: '线性' },
  args: {
    startFactor: factor(
      'f_0',
      1 / 3,
      { min: 0, max: 1, scale: 'linear' },
      { en: 'start factor', zh: '起始因子' },
      { en: 'What the rate is multiplied by at the first update.', zh: '第一次更新时学习率乘以该值。' },
    ),
    endFactor: factor(
      'f_1',
      1,
      { min: 0, max: 1, scale: 'linear' },
      { en: 'end factor', zh: '终止因子' },
      { en: 'What the rate is multiplied by at the end.', zh: '结束时学习率乘以该值。' },
    ),
    totalIters: totalIters(0.25),
  },
  rate: (_, { t }) => `lr*(startFactor + (endFactor - startFactor)*min(${t}, totalIters)/totalIters)`,
  sources: ['https://docs.pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.LinearLR.html'],
};
