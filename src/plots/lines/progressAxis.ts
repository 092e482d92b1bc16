import { numbersFrom } from '../../engine/common/fill';
import { evaluationsUpTo } from '../../engine/trace/evaluations';
import type { RunTrace } from '../../engine/trace/types';
import { at } from '../kit/geometry/at';
import { nearestIndex } from '../kit/geometry/nearest';

export type ProgressAxis = 'step' | 'epoch' | 'samples' | 'evaluations';

/** The axis that a problem has: without data there are neither samples nor epochs, and steps are counted instead. */
export const axisFor = (axis: ProgressAxis, epochSize: number | undefined): ProgressAxis =>
  epochSize === 0 && axis !== 'evaluations' ? 'step' : axis;

/**
 * The position of each row of a run along the axis: updates, samples seen, epochs (samples seen divided by `epochSize`), or
 * evaluations of the loss or its gradient.
 */
export function progressOf(run: RunTrace, wanted: ProgressAxis, epochSize: number): Float64Array {
  const axis = axisFor(wanted, epochSize);
  if (axis === 'evaluations') return numbersFrom(run.rows, (row) => evaluationsUpTo(run, row, epochSize));
  if (axis === 'step') return numbersFrom(run.rows, (row) => row);
  const per = axis === 'epoch' ? epochSize : 1;
  return numbersFrom(run.rows, (row) => at(run.samplesSeen, row) / per);
}

/**
 * Rows at which a loss is recorded every `every` samples: where the samples seen pass a multiple of it, and the first and last
 * row. Every row where each update sees that many samples or more.
 */
export function recordedRows({ rows, samplesSeen }: RunTrace, every: number): Int32Array {
  const recorded = new Int32Array(rows);
  let count = 0;
  let before = 0;
  for (let row = 0; row < rows; row += 1) {
    const passed = Math.floor(at(samplesSeen, row) / every);
    if (row === 0 || row === rows - 1 || passed > before) recorded[count++] = row;
    before = passed;
  }
  return recorded.subarray(0, count);
}

/** The step whose position is nearest to `position` on a run with this progress. */
export const stepAt = (progress: Float64Array, position: number): number =>
  Math.max(0, nearestIndex(progress, position));
