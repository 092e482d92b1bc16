import { indicesFrom, numbersFrom } from '../../engine/common/fill';
import type { RunTrace } from '../../engine/trace/types';
import { at } from '../kit/geometry/at';
import { nearestIndex } from '../kit/geometry/nearest';

export type ProgressAxis = 'step' | 'epoch' | 'samples';

/**
 * Where each row of a run stands along the axis: updates, samples seen, or passes over the data (samples seen over
 * `epochSize`). A problem without data has no epochs; its axis counts steps whatever was asked for.
 */
export function progressOf(run: RunTrace, axis: ProgressAxis, epochSize: number): Float64Array {
  if (axis === 'step' || epochSize === 0) return numbersFrom(run.rows, (row) => row);
  const per = axis === 'epoch' ? epochSize : 1;
  return numbersFrom(run.rows, (row) => at(run.samplesSeen, row) / per);
}

/**
 * Rows at which the samples seen pass a multiple of `every`, with the start and the last row known: a loss that is
 * recorded every so many samples. Every row where an update sees that many or more.
 */
export function recordedRows(run: RunTrace, every: number): Int32Array {
  const passed = (row: number) => Math.floor(at(run.samplesSeen, row) / every);
  const isRecorded = (row: number) => row === 0 || row === run.rows - 1 || passed(row) > passed(row - 1);
  return indicesFrom(run.rows, (row) => row).filter(isRecorded);
}

/** The step whose place is nearest to `place` on a run with this progress. */
export const stepAt = (progress: Float64Array, place: number): number => Math.max(0, nearestIndex(progress, place));
