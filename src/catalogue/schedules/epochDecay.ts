import { factor } from './arguments';
import type { RateSchedule } from './types';

/** Epochs are counted from 1 in `after`, and from the run's own start: a warm-up does not move them. */
export const epochDecay: RateSchedule = {
  kind: 'epochDecay',
  name: { en: 'Every epoch', zh: '逐轮衰减' },
  args: {
    factor: factor(
      '\\gamma',
      0.1,
      { min: 0.01, max: 1, scale: 'linear' },
      { en: 'factor', zh: '因子' },
      { en: 'What the rate is multiplied by at the start of an epoch.', zh: '每轮开始时学习率乘以该值。' },
    ),
    after: {
      symbol: 'k',
      default: 1,
      min: 0,
      max: 1000,
      slider: { min: 0, max: 20, scale: 'linear' },
      integer: true,
      name: { en: 'after epoch', zh: '从第几轮之后' },
      help: {
        en: 'The epochs after this one, counted from 1, start with a drop.',
        zh: '此后的每一轮（从 1 数起）开始时都会下降。',
      },
    },
  },
  rate: () => 'lr*factor^max(0, epoch + 1 - after)',
  needsEpochs: true,
  sources: ['https://docs.pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.LambdaLR.html'],
};
