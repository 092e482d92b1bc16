import { etaMin, factor } from './arguments';
import type { RateSchedule, ScheduleValues } from './types';

/** A whole number of updates that may be none. */
const count = { min: 0, max: 1_000_000, integer: true } as const;

/**
 * torch's ReduceLROnPlateau in mode `min`, stepped once after every update with the full loss there: a rate that is lowered
 * where the loss has stopped falling.
 */
export const plateau: RateSchedule = {
  kind: 'plateau',
  name: { en: 'Reduce on plateau', zh: '损失停滞时降低' },
  args: {
    factor: {
      ...factor(
        'f',
        0.1,
        { min: 0.05, max: 0.95, scale: 'linear' },
        { en: 'factor', zh: '因子' },
        { en: 'What the rate is multiplied by when it is reduced.', zh: '降低学习率时乘以该值。' },
      ),
      // As torch has it: a factor of 1 would reduce nothing, for ever.
      max: 0.999999,
    },
    patience: {
      ...count,
      symbol: 'P',
      default: 10,
      slider: { min: 0, max: 100, scale: 'linear' },
      name: { en: 'patience', zh: '耐心值' },
      help: {
        en: 'So many updates in a row may pass without a lower loss; the next one reduces the rate.',
        zh: '允许连续这么多次更新没有更低的损失，再多一次就降低学习率。',
      },
    },
    threshold: {
      symbol: '\\tau',
      default: 1e-4,
      min: 0,
      max: 1e6,
      slider: { min: 1e-6, max: 1, scale: 'log' },
      name: { en: 'threshold', zh: '阈值' },
      help: {
        en: 'How much lower than the lowest a loss must be to count, as a share of it or, in mode 1, as it is.',
        zh: '损失要比最低值低多少才算下降：模式 0 下是最低值的比例，模式 1 下是绝对数值。',
      },
    },
    thresholdMode: {
      symbol: 'm',
      default: 0,
      min: 0,
      max: 1,
      integer: true,
      slider: { min: 0, max: 1, scale: 'linear' },
      name: { en: 'mode', zh: '阈值模式' },
      help: {
        en: '0: the threshold is a share of the lowest loss. 1: it is a loss.',
        zh: '0：阈值是最低损失的比例；1：阈值是损失的数值。',
      },
    },
    cooldown: {
      ...count,
      symbol: 'C',
      default: 0,
      slider: { min: 0, max: 100, scale: 'linear' },
      name: { en: 'cooldown', zh: '冷却次数' },
      help: {
        en: 'For so many updates after a reduction none is counted as one without a lower loss.',
        zh: '降低学习率之后的这么多次更新里，没有下降也不计数。',
      },
    },
    minLr: {
      ...etaMin,
      help: { en: 'The rate is never reduced below it.', zh: '学习率不会降到它以下。' },
    },
    // torch's `eps`; that is the name of a hyperparameter of rules, which a link writes beside it.
    leastChange: {
      symbol: '\\delta',
      default: 1e-8,
      min: 0,
      max: 1000,
      slider: { min: 1e-10, max: 0.1, scale: 'log' },
      name: { en: 'least change', zh: '最小变化' },
      help: {
        en: 'A reduction by no more than this is left out; torch calls it eps.',
        zh: '不超过该值的降低不执行；torch 称之为 eps。',
      },
    },
  },
  rate: () => 'lr',
  tex: ({ count: k, otherwise }) =>
    `\\eta_{${k}} = \\begin{cases} \\max(f\\,\\eta_{${k}-1},\\ \\eta_{\\mathrm{min}}) & b_{${k}} > P \\\\ \\eta_{${k}-1} & \\text{${otherwise}} \\end{cases}`,
  fromLosses: ratesOnPlateau,
  sources: ['https://docs.pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.ReduceLROnPlateau.html'],
};

/**
 * The rate of every update, by the losses after the updates before it.
 * @param rates those of a run that is never reduced
 * @param first the update, from 0, with which the schedule begins: the warm-up comes before it
 * @param losses the loss at every row so far, row 0 the start; without more of them the rate stays
 */
function ratesOnPlateau(
  values: ScheduleValues,
  rates: Float64Array,
  first: number,
  losses: ArrayLike<number>,
): Float64Array {
  const number = (name: string): number => Number(values[name]);
  const [threshold, isAbsolute] = [number('threshold'), number('thresholdMode') === 1];
  const reduced = rates.slice();
  let [best, bad, cooling] = [Infinity, 0, 0];
  let rate = rates[first] ?? NaN;
  for (let t = first; t < rates.length; t += 1) {
    reduced[t] = rate;
    const loss = losses[t + 1];
    if (loss === undefined) continue;
    if (loss < (isAbsolute ? best - threshold : best * (1 - threshold))) [best, bad] = [loss, 0];
    else bad += 1;
    if (cooling > 0) [cooling, bad] = [cooling - 1, 0];
    if (bad > number('patience')) {
      const lower = Math.max(rate * number('factor'), number('minLr'));
      if (rate - lower > number('leastChange')) rate = lower;
      [cooling, bad] = [number('cooldown'), 0];
    }
  }
  return reduced;
}
