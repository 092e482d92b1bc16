import {
  findSchedule,
  warmupArguments,
  type NumberArgument,
  type RateSchedule,
  type ScheduleArgument,
  type Warmup,
} from '../../catalogue';
import { requireEntry } from './choice';
import type { ProblemChoice, Schedule } from './types';

/** The kind of schedule of a run that has none; it is not written in files or links. */
export const CONSTANT = 'constant';

/** The catalogue's entry of a kind of schedule. Throws RangeError if there is none. */
export const scheduleByKind = (kind: string): RateSchedule => requireEntry(kind, findSchedule(kind));

/** A schedule of this kind with every argument at its default. Throws RangeError if there is no such kind. */
export const defaultSchedule = (kind: string): Schedule => ({
  kind,
  args: Object.fromEntries(Object.entries(scheduleByKind(kind).args).map(([name, arg]) => [name, arg.default])),
});

/** A new schedule for a run of `updates` updates at rate `lr`, with arguments that show its effect within the run. */
export const freshSchedule = (kind: string, updates: number, lr: number): Schedule => ({
  kind,
  args: Object.fromEntries(
    Object.entries(scheduleByKind(kind).args).map(([name, arg]) => [name, argumentFor(arg, updates, lr)]),
  ),
});

/** A new warm-up for a run of `updates` updates. */
export const freshWarmup = (updates: number): Warmup => ({
  ...defaultWarmup,
  steps: shareOf(warmupArguments.steps, updates),
});

function argumentFor(arg: ScheduleArgument, updates: number, lr: number): number | readonly number[] {
  if ('count' in arg) return arg.shares.map((share) => Math.round(share * updates));
  return arg.beginsAtRate ? lr : shareOf(arg, updates);
}

const shareOf = ({ share, min, default: fallback }: NumberArgument, updates: number): number =>
  share === undefined ? fallback : Math.max(min, Math.round(share * updates));

/** The values of what a warm-up leaves out. */
export const defaultWarmup: Warmup = {
  startFactor: warmupArguments.startFactor.default,
  steps: warmupArguments.steps.default,
};

/** Whether a kind of schedule can be used on a problem: schedules by epochs need a data problem. */
export const scheduleFits = (kind: string, problem: ProblemChoice): boolean =>
  problem.kind === 'data' || !scheduleByKind(kind).needsEpochs;
