import { indicesFrom, numbersFrom } from '../../engine/common/fill';
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
  if (axis === 'evaluations') return evaluationsOf(run, epochSize);
  if (axis === 'step') return numbersFrom(run.rows, (row) => row);
  const per = axis === 'epoch' ? epochSize : 1;
  return numbersFrom(run.rows, (row) => at(run.samplesSeen, row) / per);
}

/**
 * Evaluations of the loss or of its gradient over all samples, up to each row. A batch counts as its share of the samples. A
 * Hessian counts as many times as there are parameters, because each of its rows costs about as much as a gradient.
 */
function evaluationsOf(
  { rows, params, method, samplesSeen, evaluations = 1 }: RunTrace,
  epochSize: number,
): Float64Array {
  if (!method) return numbersFrom(rows, (row) => (evaluations * at(samplesSeen, row)) / Math.max(1, epochSize));
  return numbersFrom(rows, (row) => {
    const [losses = 0, gradients = 0, hessians = 0] = method.evaluations[row] ?? [];
    return losses + gradients + (params.length / rows) * hessians;
  });
}

/**
 * Rows at which a loss is recorded every `every` samples: where the samples seen pass a multiple of it, and the first and last
 * row. Every row where each update sees that many samples or more.
 */
export function recordedRows(run: RunTrace, every: number): Int32Array {
  const passed = (row: number) => Math.floor(at(run.samplesSeen, row) / every);
  const isRecorded = (row: number) => row === 0 || row === run.rows - 1 || passed(row) > passed(row - 1);
  return indicesFrom(run.rows, (row) => row).filter(isRecorded);
}

/** The step whose position is nearest to `position` on a run with this progress. */
export const stepAt = (progress: Float64Array, position: number): number =>
  Math.max(0, nearestIndex(progress, position));
