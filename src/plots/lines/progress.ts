import type { Trace } from '../../engine/trace/types';
import { at } from '../kit/geometry/at';

/** The last step that the transport can stand at. */
export const lastStepOf = (trace: Trace | null): number =>
  (trace?.totals ?? []).reduce((most, rows) => Math.max(most, rows - 1), 0);

/**
 * End of the x axis, from each run's places along it. A run that still streams in is taken to go on as it went, so that
 * the axis stands still meanwhile.
 */
export function axisEnd(places: readonly Float64Array[], totals: readonly number[]): number {
  const ends = places.map((own, run) => {
    const updates = own.length - 1;
    const last = at(own, updates);
    return updates > 0 ? (last / updates) * ((totals[run] ?? 1) - 1) : 0;
  });
  return ends.reduce((most, end) => Math.max(most, end), 0) || 1;
}

/** The selected run's places along the axis or, where others went on after it (or, given a step, it ended before that), the longest run's. */
export function scrubPositions(places: readonly Float64Array[], selected: number, step = Infinity): Float64Array {
  const own = places[selected] ?? new Float64Array(0);
  if (own.length > step) return own;
  return places.reduce((most, others) => (others.length > most.length ? others : most), own);
}
