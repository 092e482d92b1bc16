import {
  findSchedule,
  warmupArguments,
  type NumberArgument,
  type RateSchedule,
  type ScheduleArgument,
  type Warmup,
} from '../../catalogue';
import { catalogued } from './choice';
import type { ProblemChoice, Schedule } from './types';

/** The schedule of a run without one; not written, neither in files nor in links. */
export const CONSTANT = 'constant';

/** A catalogue's schedule by its kind. Throws RangeError where there is none. */
export const scheduleByKind = (kind: string): RateSchedule => catalogued(kind, findSchedule(kind));

/** A schedule of this kind with every argument at its default. Throws RangeError where there is none. */
export const defaultSchedule = (kind: string): Schedule => ({
  kind,
  args: Object.fromEntries(Object.entries(scheduleByKind(kind).args).map(([name, arg]) => [name, arg.default])),
});

/** A schedule to begin with on a run of so many updates at this rate: what it does can be seen within them. */
export const freshSchedule = (kind: string, updates: number, lr: number): Schedule => ({
  kind,
  args: Object.fromEntries(
    Object.entries(scheduleByKind(kind).args).map(([name, arg]) => [name, fitted(arg, updates, lr)]),
  ),
});

/** A warm-up to begin with on a run of so many updates. */
export const freshWarmup = (updates: number): Warmup => ({
  ...defaultWarmup,
  steps: part(warmupArguments.steps, updates),
});

function fitted(arg: ScheduleArgument, updates: number, lr: number): number | readonly number[] {
  if ('count' in arg) return arg.shares.map((share) => Math.round(share * updates));
  return arg.beginsAtRate ? lr : part(arg, updates);
}

const part = ({ share, min, default: usual }: NumberArgument, updates: number): number =>
  share === undefined ? usual : Math.max(min, Math.round(share * updates));

/** What is left out of a warm-up means this. */
export const defaultWarmup: Warmup = {
  startFactor: warmupArguments.startFactor.default,
  steps: warmupArguments.steps.default,
};

/** Whether a problem has what the rate depends on: epochs are for data problems. */
export const scheduleFits = (kind: string, problem: ProblemChoice): boolean =>
  problem.kind === 'data' || !scheduleByKind(kind).needsEpochs;
