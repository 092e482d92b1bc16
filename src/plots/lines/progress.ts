import type { Trace } from '../../engine/trace/types';
import { at } from '../kit/geometry/at';

/** The last step of the transport. */
export const lastStepOf = (trace: Trace | null): number =>
  (trace?.totals ?? []).reduce((most, rows) => Math.max(most, rows - 1), 0);

/**
 * End of the x axis. The progress of an incomplete run is extrapolated at its mean rate, so that the axis does not move while
 * rows arrive. @param totals the number of rows of each complete run
 */
export function axisEnd(progress: readonly Float64Array[], totals: readonly number[]): number {
  const ends = progress.map((own, run) => {
    const updates = own.length - 1;
    const last = at(own, updates);
    return updates > 0 ? (last / updates) * ((totals[run] ?? 1) - 1) : 0;
  });
  return ends.reduce((most, end) => Math.max(most, end), 0) || 1;
}

/** The progress of the selected run, or that of the longest run if the selected one ends before `step`. */
export function scrubPositions(progress: readonly Float64Array[], selected: number, step = Infinity): Float64Array {
  const own = progress[selected] ?? new Float64Array(0);
  if (own.length > step) return own;
  return progress.reduce((most, others) => (others.length > most.length ? others : most), own);
}
