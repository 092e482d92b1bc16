import { compileFunction, parseExpression } from '../../formula';
import { factor, updates } from './arguments';
import type { NumberArgument, RateSchedule, ScheduleChoice, ScheduleValues } from './types';

/** The names of a warm-up's arguments in formulas. */
export const WARMUP = { startFactor: 'warmupFactor', steps: 'warmupSteps' } as const;

/** Limits and texts of a warm-up's arguments. */
export const warmupArguments: Readonly<Record<keyof typeof WARMUP, NumberArgument>> = {
  startFactor: factor(
    'f_{\\mathrm{w}}',
    0.1,
    { min: 0, max: 1, scale: 'linear' },
    { en: 'warm-up from', zh: '预热起点' },
    { en: 'What the rate is multiplied by at the first update.', zh: '第一次更新时学习率乘以该值。' },
  ),
  steps: updates(
    'T_{\\mathrm{w}}',
    10,
    0.05,
    { en: 'warm-up over', zh: '预热步数' },
    {
      en: 'The number of updates over which the rate rises to its full value.',
      zh: '学习率升到完整值所用的更新次数。',
    },
  ),
};

/**
 * The rate of a run as one formula of `lr`, `t` (the update, from 0), `epoch` (from 0), the schedule's arguments and the
 * warm-up's. In torch this is SequentialLR of LinearLR and the schedule: the schedule starts after the warm-up.
 * @param updates of the run
 */
export function rateText(
  schedule: RateSchedule,
  { args, warmup }: Pick<ScheduleChoice, 'args' | 'warmup'>,
  updates: number,
): string {
  if (!warmup) return schedule.rate(args, { t: 't', updates });
  const { startFactor, steps } = WARMUP;
  const after = schedule.rate(args, { t: `(t - ${steps})`, updates });
  return `if(t < ${steps}, lr*(${startFactor} + (1 - ${startFactor})*t/${steps}), ${after})`;
}

/** The rate of every update, computed from the formula. Throws FormulaError only if a text of the catalogue is wrong. */
export function rateFunction(
  schedule: RateSchedule,
  choice: ScheduleChoice,
  updates: number,
): (lr: number, t: number, epoch: number) => number {
  const inputs = inputsOf(choice.args, choice.warmup);
  const names = ['lr', 't', 'epoch', ...inputs.map(([name]) => name)];
  const rate = compileFunction(parseExpression(rateText(schedule, choice, updates), names), names);
  const values = inputs.map(([, value]) => value);
  return (lr, t, epoch) => rate([lr, t, epoch, ...values]);
}

/** The values of the names in the formula of a rate. */
function inputsOf(args: ScheduleValues, warmup: ScheduleChoice['warmup']): (readonly [string, number])[] {
  const numbers = Object.entries(args).flatMap(([name, value]) =>
    typeof value === 'number' ? [[name, value] as const] : [],
  );
  return warmup ? [...numbers, [WARMUP.startFactor, warmup.startFactor], [WARMUP.steps, warmup.steps]] : numbers;
}
