import type { ScheduleValues } from '../../catalogue';
import { listText, numberText } from '../python/lines';
import type { Subject } from '../subject/subject';

/** A class of torch.optim.lr_scheduler with its arguments, or null where it refuses them or there is none. */
type Scheduler = (args: ScheduleValues, updates: number) => string | null;

const value = (args: ScheduleValues, name: string): number => Number(args[name]);

const call = (name: string, args: ScheduleValues, names: Readonly<Record<string, string>>): string => {
  const texts = Object.entries(names).map(([key, own]) => {
    const given = args[own];
    return `${key}=${typeof given === 'number' ? numberText(given) : listText(given ?? [])}`;
  });
  return `${name}(optimizer, ${texts.join(', ')})`;
};

const isShare = (number: number, least = 0): boolean => number >= least && number <= 1;

/** torch 1.13 takes a start factor from 0 to 1, later versions one above 0. */
const isStartFactor = (number: number): boolean => number > 0 && number <= 1;

/** By the kinds of the catalogue's schedules. https://docs.pytorch.org/docs/stable/optim.html#how-to-adjust-learning-rate */
const pytorchSchedules: Readonly<Record<string, Scheduler>> = {
  step: (args) => call('StepLR', args, { step_size: 'stepSize', gamma: 'gamma' }),
  multiStep: (args) => call('MultiStepLR', args, { milestones: 'milestones', gamma: 'gamma' }),
  exponential: (args) => call('ExponentialLR', args, { gamma: 'gamma' }),
  cosine: (args) => call('CosineAnnealingLR', args, { T_max: 'tMax', eta_min: 'etaMin' }),
  cosineWarmRestarts: (args) =>
    call('CosineAnnealingWarmRestarts', args, { T_0: 't0', T_mult: 'tMult', eta_min: 'etaMin' }),
  linear: (args) =>
    isStartFactor(value(args, 'startFactor')) && isShare(value(args, 'endFactor'))
      ? call('LinearLR', args, { start_factor: 'startFactor', end_factor: 'endFactor', total_iters: 'totalIters' })
      : null,
  polynomial: (args) => call('PolynomialLR', args, { total_iters: 'totalIters', power: 'power' }),
  // The peak has to lie after the first update, and torch refuses updates after the cycle.
  oneCycle: (args, updates) =>
    value(args, 'pctStart') < 1 &&
    value(args, 'pctStart') * value(args, 'totalSteps') > 1 &&
    updates <= value(args, 'totalSteps')
      ? call('OneCycleLR', args, {
          max_lr: 'maxLr',
          total_steps: 'totalSteps',
          pct_start: 'pctStart',
          div_factor: 'divFactor',
          final_div_factor: 'finalDivFactor',
        }).replace(/\)$/, ', cycle_momentum=False)')
      : null,
};

/** The statements that make `scheduler`, or null where torch has no such schedule. */
export function schedulerLines({ schedule, updates }: Subject): string[] | null {
  if (!schedule) return null;
  const { kind, args, warmup } = schedule.choice;
  const make = Object.hasOwn(pytorchSchedules, kind) ? pytorchSchedules[kind] : undefined;
  const main = make?.(args, updates) ?? null;
  if (!warmup) return main === null ? null : [`scheduler = torch.optim.lr_scheduler.${main}`];
  if (!isStartFactor(warmup.startFactor)) return null;
  const rise = `torch.optim.lr_scheduler.LinearLR(optimizer, start_factor=${numberText(warmup.startFactor)}, total_iters=${warmup.steps})`;
  if (kind === 'constant') return [`scheduler = ${rise}`];
  // OneCycleLR overwrites the rate that the warm-up is to lead to.
  if (main === null || kind === 'oneCycle') return null;
  return [
    `warmup = ${rise}`,
    `after = torch.optim.lr_scheduler.${main}`,
    `scheduler = torch.optim.lr_scheduler.SequentialLR(optimizer, [warmup, after], milestones=[${warmup.steps}])`,
  ];
}
