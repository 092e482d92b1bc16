import { updates } from './arguments';
import type { RateSchedule } from './types';

const CYCLE = 'pctStart*totalSteps';

/**
 * The rates do not depend on `lr`. The peak is at update pctStart*totalSteps - 1, as torch counts. Where
 * that is not after the first update there is no rise, and at pctStart = 1 no fall. torch refuses updates after the
 * cycle; here they keep its last rate.
 */
export const oneCycle: RateSchedule = {
  kind: 'oneCycle',
  name: { en: 'One cycle', zh: '单周期' },
  args: {
    maxLr: {
      symbol: '\\eta_{\\mathrm{max}}',
      default: 0.1,
      beginsAtRate: true,
      min: 0,
      max: 1000,
      slider: { min: 1e-6, max: 10, scale: 'log' },
      name: { en: 'highest rate', zh: '最高学习率' },
      help: {
        en: 'The rate at the peak; this schedule uses it in place of the learning rate.',
        zh: '峰值学习率；该调度用它取代学习率。',
      },
    },
    totalSteps: {
      ...updates(
        'T',
        200,
        1,
        { en: 'cycle', zh: '周期' },
        { en: 'The number of updates in the cycle.', zh: '一个周期的更新次数。' },
      ),
      min: 2,
      slider: { min: 2, max: 2000, scale: 'log' },
    },
    pctStart: {
      symbol: 'p',
      default: 0.3,
      min: 0,
      max: 1,
      slider: { min: 0, max: 1, scale: 'linear' },
      name: { en: 'rising part', zh: '上升部分' },
      help: { en: 'The part of the cycle in which the rate rises.', zh: '周期中学习率上升的部分所占比例。' },
    },
    divFactor: {
      symbol: 'd_0',
      default: 25,
      min: 1,
      max: 1e6,
      slider: { min: 1, max: 1000, scale: 'log' },
      name: { en: 'start divisor', zh: '起始除数' },
      help: {
        en: 'What the highest rate is divided by at the first update.',
        zh: '第一次更新时，最高学习率除以该值。',
      },
    },
    finalDivFactor: {
      symbol: 'd_1',
      default: 1e4,
      min: 1,
      max: 1e9,
      slider: { min: 1, max: 1e6, scale: 'log' },
      name: { en: 'end divisor', zh: '终止除数' },
      help: { en: 'What the first rate is divided by at the last update.', zh: '最后一次更新时，起始学习率除以该值。' },
    },
  },
  rate: ({ pctStart, totalSteps }, { t }) => {
    const now = `min(${t}, totalSteps - 1)`;
    const rise = `maxLr + (maxLr/divFactor - maxLr)*(1 + cos(pi*${now}/(${CYCLE} - 1)))/2`;
    const last = 'maxLr/divFactor/finalDivFactor';
    const fall = `${last} + (maxLr - ${last})*(1 + cos(pi*(${now} - (${CYCLE} - 1))/(totalSteps - ${CYCLE})))/2`;
    if (Number(pctStart) === 1) return rise;
    return Number(pctStart) * Number(totalSteps) <= 1 ? fall : `if(${t} <= ${CYCLE} - 1, ${rise}, ${fall})`;
  },
  sources: [
    'Smith and Topin (2018), https://arxiv.org/abs/1708.07120',
    'https://docs.pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.OneCycleLR.html',
  ],
};
