import type { Differences } from '../../engine/float64/probe';
import type { Experiment } from '../../experiment/core/types';
import type { Outcome, RunTrace, Trace } from '../../engine/trace/types';
import { pointAtRow } from '../../engine/trace/rows';

/** What one run did, here or in another program. Row 0 is the start, row k the point after k updates, row -1 the last. */
export interface RunRecord {
  readonly rows: number;
  readonly point: (row: number) => readonly number[];
  readonly loss: Float64Array;
  readonly validation?: Float64Array;
  readonly outcome: Outcome;
}

/** What claims are judged by. */
export interface Evidence {
  /** What was run. */
  readonly experiment: Experiment;
  readonly runs: readonly RunRecord[];
  /** The known minima. */
  readonly minima: readonly (readonly number[])[];
  /** Finite differences along the first parameter at a point; null where they have not been computed there. */
  readonly differencesAt: (point: readonly number[]) => readonly Differences[] | null;
}

function recordOfTrace(run: RunTrace): RunRecord | null {
  const { rows, loss, validation, outcome } = run;
  if (outcome === null) return null;
  return {
    rows,
    point: (row) => Array.from(pointAtRow(run, row < 0 ? rows + row : row)),
    loss: loss.subarray(0, rows),
    ...(validation && { validation: validation.subarray(0, rows) }),
    outcome,
  };
}

/** The records of a trace's runs; null until all of them are complete. */
export function recordsOf(trace: Trace): readonly RunRecord[] | null {
  const records = trace.runs.map(recordOfTrace);
  return records.every((record) => record !== null) ? records : null;
}
