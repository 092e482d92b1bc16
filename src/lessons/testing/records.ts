import type { RunTrace } from '../../engine/trace/types';
import type { RunRecord } from './claims';

const rowsOf = (flat: Float64Array, rows: number): number[][] => {
  const width = flat.length / rows;
  return Array.from({ length: rows }, (_, row) => [...flat.subarray(row * width, (row + 1) * width)]);
};

/** Complete runs as claims read them. */
export const recordsOf = (runs: readonly RunTrace[]): RunRecord[] =>
  runs.map(({ params, loss, validation, rows, outcome }) => {
    if (!outcome) throw new Error('a run without an end');
    return {
      params: rowsOf(Float64Array.from(params), rows),
      loss: [...loss],
      ...(validation && { validation: [...validation] }),
      outcome,
    };
  });
