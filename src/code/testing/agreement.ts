import { runReference } from '../../engine/float64/reference';
import { planExperiment } from '../../engine/plan/plan';
import type { Plan } from '../../engine/plan/types';
import { pointAtRow } from '../../engine/trace/rows';
import type { CodeCase } from './cases';

export type Rows = readonly (readonly number[])[];

/** The rows of a run by the float64 reference. */
export function referenceRows({ experiment, run }: CodeCase, change: (plan: Plan) => Plan = (plan) => plan): Rows {
  const plan = change(planExperiment({ ...experiment, runs: experiment.runs.slice(run, run + 1) }));
  const [trace] = runReference(plan);
  if (!trace) throw new RangeError(`no run ${run}`);
  return Array.from({ length: trace.rows }, (_, row) => Array.from(pointAtRow(trace, row)));
}

/**
 * How far two traces of a run are apart at each row: the largest difference of a parameter, divided by the largest
 * parameter of the path up to there. Numbers that are not finite agree with one another.
 */
export function distances(rows: readonly (readonly (number | null)[])[], wanted: Rows): number[] {
  let scale = 0;
  return wanted.map((row, k) => {
    scale = Math.max(scale, ...row.filter(Number.isFinite).map(Math.abs));
    return Math.max(...row.map((value, i) => difference(rows[k]?.[i] ?? Number.NaN, value))) / (scale || 1);
  });
}

const difference = (a: number, b: number): number =>
  Number.isFinite(a) && Number.isFinite(b) ? Math.abs(a - b) : Number.isFinite(a) === Number.isFinite(b) ? 0 : Infinity;

/**
 * How many rows of a run float64 determines. On a chaotic path roundings grow until they decide where it goes, on any
 * engine: it is compared up to the row at which the reference leaves itself by `limit` after a change of the start in its
 * last digits.
 */
export function determinedRows(subject: CodeCase, rows: Rows, limit: number): number {
  const moved = referenceRows(subject, (plan) => ({
    ...plan,
    runs: plan.runs.map((run) => ({ ...run, start: run.start.map((value) => value * (1 + 1e-14)) })),
  }) as Plan);
  const left = distances(moved, rows).findIndex((distance) => distance > limit);
  return left === -1 ? rows.length : left;
}
