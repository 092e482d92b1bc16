import { constant } from './constant';
import { cosine } from './cosine';
import { cosineWarmRestarts } from './cosineWarmRestarts';
import { epochDecay } from './epochDecay';
import { exponential } from './exponential';
import { inverse } from './inverse';
import { inverseSqrt } from './inverseSqrt';
import { linear } from './linear';
import { multiStep } from './multiStep';
import { oneCycle } from './oneCycle';
import { plateau } from './plateau';
import { polynomial } from './polynomial';
import { step } from './step';
import type { RateSchedule } from './types';

export { rateFunction, rateText, warmupArguments } from './rate';
export type {
  ListArgument,
  NumberArgument,
  RateSchedule,
  ScheduleArgument,
  ScheduleChoice,
  ScheduleValues,
  Warmup,
} from './types';

/** All schedules, in the order of the list on the page. */
export const schedules: readonly RateSchedule[] = [
  constant,
  step,
  multiStep,
  exponential,
  cosine,
  cosineWarmRestarts,
  linear,
  polynomial,
  oneCycle,
  inverse,
  inverseSqrt,
  epochDecay,
  plateau,
];

// A map, not an object: a kind comes from a link, and `__proto__` must be as unknown as any other word.
const schedulesByKind: ReadonlyMap<string, RateSchedule> = new Map(
  schedules.map((schedule) => [schedule.kind, schedule]),
);

export const findSchedule = (kind: string): RateSchedule | undefined => schedulesByKind.get(kind);
