import type { RateSchedule } from './types';

/** Adagrad's lrDecay in torch is the same factor. The rates are square-summable, so that noise dies out, and not summable, so that any distance can be covered. */
export const inverse: RateSchedule = {
  kind: 'inverse',
  name: { en: '1/t', zh: '1/t 衰减' },
  args: {
    decay: {
      symbol: '\\kappa',
      default: 0.01,
      min: 0,
      max: 1000,
      slider: { min: 1e-5, max: 1, scale: 'log' },
      name: { en: 'decay', zh: '衰减' },
      help: {
        en: 'After one over this many updates the rate is half of what it was.',
        zh: '经过该值倒数次更新后，学习率减半。',
      },
    },
  },
  rate: (_, { t }) => `lr/(1 + decay*${t})`,
  sources: [
    'Robbins and Monro (1951), https://doi.org/10.1214/aoms/1177729586',
    'Bottou (2012), section 5.2, https://doi.org/10.1007/978-3-642-35289-8_25',
  ],
};
