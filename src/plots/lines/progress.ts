import type { RunTrace, Trace } from '../../engine/trace/types';
import { at } from '../kit/geometry/at';
import type { Range } from '../kit/geometry/range';
import type { BreakWindow } from './valueRange';

/** The last step of the transport. */
export const lastStepOf = (trace: Trace | null): number =>
  (trace?.totals ?? []).reduce((most, rows) => Math.max(most, rows - 1), 0);

/**
 * End of the x axis. The progress of an incomplete run is extrapolated at its mean rate, so that the axis does not move while
 * rows arrive; a run that diverged, or a method that has stopped, has no more to come. @param totals the number of rows of each complete run
 */
function axisEnd(
  progress: readonly Float64Array[],
  runs: readonly Pick<RunTrace, 'outcome' | 'method'>[],
  totals: readonly number[],
): number {
  const ends = progress.map((own, run) => {
    const updates = own.length - 1;
    const last = at(own, updates);
    if (runs[run]?.outcome?.kind === 'diverged' || runs[run]?.method) return last;
    return updates > 0 ? (last / updates) * ((totals[run] ?? 1) - 1) : 0;
  });
  return ends.reduce((most, end) => Math.max(most, end), 0) || 1;
}

/** The range of the x axis: all steps from 0, or those around a break. Past the end of its run they go on at its mean rate. */
export function stepsAxis(progress: readonly Float64Array[], trace: Trace | null, around: BreakWindow | null): Range {
  const own = around && progress[around.run];
  if (!own) return [0, axisEnd(progress, trace?.runs ?? [], trace?.totals ?? [])];
  const last = own.length - 1;
  const positionOf = (step: number) => (step <= last ? at(own, step) : (at(own, last) / Math.max(1, last)) * step);
  return [positionOf(around.from), positionOf(around.to) || around.to];
}

/** The progress of the selected run, or that of the longest run if the selected one ends before `step`. */
export function scrubPositions(progress: readonly Float64Array[], selected: number, step = Infinity): Float64Array {
  const own = progress[selected] ?? new Float64Array(0);
  if (own.length > step) return own;
  return progress.reduce((most, others) => (others.length > most.length ? others : most), own);
}
