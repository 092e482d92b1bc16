import { etaMin, updates } from './arguments';
import type { RateSchedule } from './types';

/** After tMax the cosine continues and the rate rises again, as in torch. */
export const cosine: RateSchedule = {
  kind: 'cosine',
  name: { en: 'Cosine', zh: '余弦退火' },
  args: {
    tMax: updates(
      'T',
      200,
      1,
      { en: 'half a period', zh: '半周期' },
      { en: 'The number of updates until the rate is lowest.', zh: '学习率降到最低所需的更新次数。' },
    ),
    etaMin,
  },
  rate: (_, { t }) => `etaMin + (lr - etaMin)*(1 + cos(pi*${t}/tMax))/2`,
  sources: [
    'Loshchilov and Hutter (2017), https://arxiv.org/abs/1608.03983',
    'https://docs.pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.CosineAnnealingLR.html',
  ],
};
