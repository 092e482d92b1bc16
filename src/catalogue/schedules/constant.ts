import type { RateSchedule } from './types';

export const constant: RateSchedule = {
  kind: 'constant',
  name: { en: 'Constant', zh: '恒定' },
  args: {},
  rate: () => 'lr',
  sources: ['Robbins and Monro (1951), https://doi.org/10.1214/aoms/1177729586, for why it may have to fall'],
};
