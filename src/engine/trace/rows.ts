import type { RunTrace, Trace } from './types';

/** Whether all rows of all runs have arrived; long traces come in parts. */
export const isComplete = ({ runs }: Pick<Trace, 'runs'>): boolean => runs.every(({ outcome }) => outcome !== null);

/** The row of a run at a step of the transport: the last row for steps past the run's end. */
export const rowAt = ({ rows }: Pick<RunTrace, 'rows'>, step: number): number => Math.max(0, Math.min(step, rows - 1));

/** Parameters after `row` updates. Shares memory with the trace: copy it before posting it to another thread. */
export function pointAtRow({ rows, params }: Pick<RunTrace, 'rows' | 'params'>, row: number): Float64Array {
  const n = params.length / rows;
  return params.subarray(row * n, (row + 1) * n);
}
