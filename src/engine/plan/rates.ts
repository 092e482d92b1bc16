import { findSchedule, rateFunction } from '../../catalogue';
import type { Schedule } from '../../experiment/core/types';

/**
 * The learning rate of every update.
 * @param epochs epoch of each update, from 0; absent where there are none.
 * Throws RangeError for a schedule that the catalogue lacks.
 */
export function ratesOf(lr: number, updates: number, schedule?: Schedule, epochs?: Int32Array): Float64Array {
  if (!schedule) return new Float64Array(updates).fill(lr);
  const entry = findSchedule(schedule.kind);
  if (!entry) throw new RangeError(`no schedule ${schedule.kind}`);
  const rate = rateFunction(entry, schedule, updates);
  return Float64Array.from({ length: updates }, (_, t) => rate(lr, t, epochs?.[t] ?? 0));
}

/** The rates of a run by its losses, one for each row so far; undefined if its schedule does not read them. */
export function ratesFromLosses(
  lr: number,
  updates: number,
  schedule?: Schedule,
): ((losses: ArrayLike<number>) => Float64Array) | undefined {
  const fromLosses = schedule && findSchedule(schedule.kind)?.fromLosses;
  if (!fromLosses) return undefined;
  const rates = ratesOf(lr, updates, schedule);
  return (losses) => fromLosses(schedule.args, rates, schedule.warmup?.steps ?? 0, losses);
}
