import { changeSchedule, freshSchedule, freshWarmup, updateCounts } from '../../experiment';
import type { Schedule } from '../../experiment/core/types';
import { currentExperiment, edit } from '../stores/experimentStore';

/** The kind of a run without a schedule. */
const CONSTANT = 'constant';

/** Sets a run's schedule, whose arguments must be within their limits; undefined is a constant rate. */
export const setSchedule = (index: number, schedule: Schedule | undefined, settled = true): void =>
  edit(changeSchedule(currentExperiment(), index, schedule), settled);

const scheduleOf = (index: number): Schedule | undefined => currentExperiment().runs[index]?.schedule;
const updatesOf = (index: number): number => updateCounts(currentExperiment())[index] ?? 1;

/** A schedule of this kind over the run's own length and from its own rate; the warm-up stays as it was. */
function fresh(index: number, kind: string): Schedule {
  const lr = Number(currentExperiment().runs[index]?.hyper['lr']);
  return freshSchedule(kind, updatesOf(index), lr);
}

/** Turns a run to another kind of schedule. */
export function setScheduleKind(index: number, kind: string): void {
  const warmup = scheduleOf(index)?.warmup;
  setSchedule(index, { ...fresh(index, kind), ...(warmup && { warmup }) });
}

/** Puts a warm-up before a run's schedule, or takes it away. */
export function setWarmup(index: number, on: boolean): void {
  const { kind, args } = scheduleOf(index) ?? fresh(index, CONSTANT);
  setSchedule(index, { kind, args, ...(on && { warmup: freshWarmup(updatesOf(index)) }) });
}
