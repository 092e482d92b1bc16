import type { Evidence, RunRecord } from './evidence';

/** One run of the evidence. Throws RangeError if there is no such run. */
export function runOf({ runs }: Evidence, index: number): RunRecord {
  const run = runs[index];
  if (!run) throw new RangeError(`no run ${index}`);
  return run;
}

/** A point that a claim names, by default the one known minimum. */
export function targetOf({ minima }: Evidence, at?: readonly number[]): readonly number[] {
  const target = at ?? (minima.length === 1 ? minima[0] : undefined);
  if (!target) throw new TypeError('neither a point nor a known minimum to be near to');
  return target;
}

/** The losses that a claim is about, one per row. */
export const lossesOf = (evidence: Evidence, run: number, of: 'loss' | 'validation' = 'loss') =>
  runOf(evidence, run)[of] ?? new Float64Array(0);

/** The loss at a row, by default the last; NaN where the run has no such row. */
export const lossAt = (evidence: Evidence, run: number, row = -1, of?: 'loss' | 'validation'): number =>
  lossesOf(evidence, run, of).at(row) ?? Number.NaN;

interface Range {
  readonly from?: number;
  readonly to?: number;
}

/** Null if a number lies in a range, `from` inclusive; otherwise what it is. NaN lies in none. */
export const outside = (value: number, { from = -Infinity, to = Infinity }: Range, what: string): string | null =>
  value >= from && (value < to || to === Infinity) ? null : `${what} is ${value}`;
