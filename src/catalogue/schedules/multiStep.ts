import { gamma } from './arguments';
import type { RateSchedule } from './types';

/** Counts the milestones that an update has passed, one comparison each; a repeated milestone counts twice, as in torch. */
export const multiStep: RateSchedule = {
  kind: 'multiStep',
  name: { en: 'Milestones', zh: '多阶梯衰减' },
  args: {
    milestones: {
      symbol: 'M',
      default: [50, 100, 150],
      shares: [0.25, 0.5, 0.75],
      count: { min: 1, max: 16 },
      min: 0,
      max: 1_000_000,
      integer: true,
      name: { en: 'milestones', zh: '里程碑' },
      help: {
        en: 'The updates, counted from 0, at which the rate drops.',
        zh: '学习率在这些更新处下降（从 0 数起）。',
      },
    },
    gamma: gamma(
      0.1,
      { min: 0.01, max: 1, scale: 'linear' },
      { en: 'What the rate is multiplied by at every milestone.', zh: '每到一个里程碑，学习率乘以该值。' },
    ),
  },
  rate: ({ milestones }, { t }) =>
    `lr*gamma^(${[milestones ?? []]
      .flat()
      .map((at) => `(${t} >= ${at})`)
      .join(' + ')})`,
  sources: ['https://docs.pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.MultiStepLR.html'],
};
