import type { RateSchedule } from './types';

/** Papers write lr/sqrt(t) with t from 1; here t is from 0. */
export const inverseSqrt: RateSchedule = {
  kind: 'inverseSqrt',
  name: { en: '1/√t', zh: '1/√t 衰减' },
  args: {},
  rate: (_, { t }) => `lr/sqrt(${t} + 1)`,
  sources: [
    'Zinkevich (2003), https://www.cs.cmu.edu/~maz/publications/techconvex.pdf',
    'Reddi, Kale and Kumar (2018), https://openreview.net/forum?id=ryQu7f-RZ',
  ],
};
