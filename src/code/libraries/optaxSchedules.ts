import type { Warmup } from '../../catalogue';
import { numberText } from '../python/lines';
import type { ScheduleSubject } from '../subject/schedule';
import type { Subject } from '../subject/subject';

type Values = ScheduleSubject['choice']['args'];

/** A schedule of optax, given the rate that it begins with, or null where it is another one. */
type OptaxSchedule = (args: Values, lr: number, updates: number) => string | null;

const text = (args: Values, name: string): string => numberText(Number(args[name]));

/** By the kinds of the catalogue's schedules. https://optax.readthedocs.io/en/latest/api/optimizer_schedules.html */
const optaxSchedules: Readonly<Record<string, OptaxSchedule>> = {
  constant: (_, lr) => `optax.constant_schedule(${numberText(lr)})`,
  // optax takes a factor of 0 for no decay at all.
  step: (args, lr) =>
    Number(args.gamma) > 0
      ? `optax.exponential_decay(${numberText(lr)}, ${text(args, 'stepSize')}, ${text(args, 'gamma')}, staircase=True)`
      : null,
  exponential: (args, lr) =>
    Number(args.gamma) > 0 ? `optax.exponential_decay(${numberText(lr)}, 1, ${text(args, 'gamma')})` : null,
  // A milestone that is named twice counts once in optax.
  multiStep: ({ milestones, ...args }, lr) => {
    const at = [milestones ?? []].flat();
    return new Set(at).size === at.length
      ? `optax.piecewise_constant_schedule(${numberText(lr)}, {${at.map((update) => `${update}: ${text(args, 'gamma')}`).join(', ')}})`
      : null;
  },
  // optax stays at the lowest rate, where torch rises again.
  cosine: (args, lr, updates) =>
    lr > 0 && updates <= Number(args.tMax) + 1
      ? `optax.cosine_decay_schedule(${numberText(lr)}, ${text(args, 'tMax')}, alpha=${text(args, 'etaMin')}/${numberText(lr)})`
      : null,
  linear: (args, lr) =>
    `optax.linear_schedule(${numberText(lr)}*${text(args, 'startFactor')}, ${numberText(lr)}*${text(args, 'endFactor')}, ${text(args, 'totalIters')})`,
  polynomial: (args, lr) =>
    `optax.polynomial_schedule(${numberText(lr)}, 0.0, ${text(args, 'power')}, ${text(args, 'totalIters')})`,
};

/** `rate_at` by a schedule of optax, or null where optax has none. */
export function optaxScheduleLines({ schedule, rule, updates }: Subject): string[] | null {
  if (!schedule) return null;
  const { kind, args, warmup } = schedule.choice;
  const lr = rule.hyper.lr ?? Number.NaN;
  const make = Object.hasOwn(optaxSchedules, kind) ? optaxSchedules[kind] : undefined;
  const main = make?.(args, lr, updates - (warmup?.steps ?? 0)) ?? null;
  if (main === null) return null;
  return [...(warmup ? afterWarmup(main, lr, warmup) : [`schedule = ${main}`]), '', '', ...inFloat64];
}

function afterWarmup(main: string, lr: number, { startFactor, steps }: Warmup): string[] {
  const rate = numberText(lr);
  return [
    `rise = optax.linear_schedule(${rate}*${numberText(startFactor)}, ${rate}, ${steps})`,
    `schedule = optax.join_schedules([rise, ${main}], [${steps}])`,
  ];
}

const inFloat64 = [
  'def rate_at(t):',
  '    """The learning rate of update t, from 0; optax counts in int32, of which JAX would make float32."""',
  '    return schedule(jnp.asarray(t, dtype=jnp.float64))',
];
