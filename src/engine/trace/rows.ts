import type { RunTrace } from './types';

/** The row of a run that a step of the transport stands for: one that is past the run's end stands for its last. */
export const rowAt = ({ rows }: Pick<RunTrace, 'rows'>, step: number): number => Math.max(0, Math.min(step, rows - 1));

/** Parameters after `row` updates: a view of the trace, which is to be copied before it leaves this thread. */
export function pointAtRow({ rows, params }: Pick<RunTrace, 'rows' | 'params'>, row: number): Float64Array {
  const n = params.length / rows;
  return params.subarray(row * n, (row + 1) * n);
}
