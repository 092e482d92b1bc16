import { gamma, updates } from './arguments';
import type { RateSchedule } from './types';

/** Both counts are whole, so the quotient rounds to a whole number only where it is one. */
export const step: RateSchedule = {
  kind: 'step',
  name: { en: 'Steps', zh: '阶梯衰减' },
  args: {
    stepSize: updates(
      'k',
      50,
      0.25,
      { en: 'step length', zh: '阶梯长度' },
      { en: 'The number of updates between two drops.', zh: '两次下降之间的更新次数。' },
    ),
    gamma: gamma(
      0.1,
      { min: 0.01, max: 1, scale: 'linear' },
      { en: 'What the rate is multiplied by at every drop.', zh: '每次下降时学习率乘以该值。' },
    ),
  },
  rate: (_, { t }) => `lr*gamma^floor(${t}/stepSize)`,
  sources: ['https://docs.pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.StepLR.html'],
};
