import { gamma } from './arguments';
import type { RateSchedule } from './types';

export const exponential: RateSchedule = {
  kind: 'exponential',
  name: { en: 'Exponential', zh: '指数衰减' },
  args: {
    gamma: gamma(
      0.99,
      { min: 0.9, max: 1.1, scale: 'linear' },
      {
        en: 'What the rate is multiplied by after every update; past 1 it grows.',
        zh: '每次更新后学习率乘以该值；大于 1 时学习率增大。',
      },
    ),
  },
  rate: (_, { t }) => `lr*gamma^${t}`,
  sources: [
    'https://docs.pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.ExponentialLR.html',
    'Smith (2017) (growing, to find a rate), https://arxiv.org/abs/1506.01186',
  ],
};
