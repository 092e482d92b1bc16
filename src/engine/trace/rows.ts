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

/** States x parameters after `row` updates. */
export function stateAt({ rows, state }: Pick<RunTrace, 'rows' | 'state'>, row: number): Float64Array {
  const width = state.length / rows;
  return state.subarray(row * width, (row + 1) * width);
}

/** The last row whose numbers are all finite; only the last row of a run that diverged is not. */
export function lastFiniteRow({ rows, params }: Pick<RunTrace, 'rows' | 'params'>): number {
  return pointAtRow({ rows, params }, rows - 1).every(Number.isFinite) ? rows - 1 : Math.max(0, rows - 2);
}

/** Up to `count` rows from 0 to `last`, evenly spaced. */
export function evenRows(last: number, count: number): number[] {
  if (last < count) return Array.from({ length: last + 1 }, (_, row) => row);
  return Array.from({ length: count }, (_, i) => Math.round((i * last) / (count - 1)));
}
