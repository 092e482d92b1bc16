import type { RunTrace } from '../trace/types';
import type { Agreement, LogAccuracy, Parting } from './types';

/** A log before it is known how its steps are counted. */
export interface ComparedLog extends LogAccuracy {
  /** In the log's own count, and the same as updates. They differ for a log of epochs. */
  readonly steps: Int32Array;
  readonly updates: Int32Array;
  readonly loss: Float64Array;
  /** Rows x parameters; NaN is a gap. Null where the log lacks some parameters. */
  readonly params: Float64Array | null;
}

/** One of our runs, computed in float64 and in float32. Their difference shows what rounding does to this run. */
export interface ReferenceRun {
  readonly exact: RunTrace;
  readonly single: RunTrace;
}

/** Relative accuracy that a single number of each precision has after a few operations. */
const RELATIVE = { float32: 2e-6, float64: 1e-9 };
/** How much of the difference between our two precisions is allowed: rounding takes other turns in another program. */
const OF_SPREAD = { float32: 10, float64: 1e-7 };
/** As a share of the first value: below it, numbers are nothing but rounding. */
const FLOOR = { float32: 1e-9, float64: 1e-14 };
/** Rows before and after in which the spread is looked for: at one row it may vanish by chance. */
const WINDOW = 3;

/** Counting from 0, as we do; from 1; or losses that were computed after the update. */
const OFFSETS = [0, 1, -1];

/** How far a log agrees with each run, for the run with which it does the longest; null where no row can be compared. */
export function agreementOf(log: ComparedLog, runs: readonly ReferenceRun[]): Agreement | null {
  const found = runs.flatMap((run, index) => {
    const candidates = OFFSETS.map((offset) => compareWith(log, run, index, offset));
    // Only a step more that agrees speaks for another count than ours.
    const best = candidates.reduce(
      (most, next) => (next && (!most || next.agreement.equal > most.agreement.equal) ? next : most),
      null,
    );
    return best ? [best] : [];
  });
  return nearestOf(found)?.agreement ?? null;
}

interface Candidate {
  readonly agreement: Agreement;
  /** Mean relative difference of all losses, 0 to 1: decides between runs that part at the same row. */
  readonly distance: number;
}

/** The candidate with the most equal rows, then the least distance, then the first; null of none. */
const nearestOf = (candidates: readonly Candidate[]): Candidate | null =>
  candidates.reduce<Candidate | null>((best, next) => (best === null || isNearer(next, best) ? next : best), null);

const isNearer = (next: Candidate, best: Candidate): boolean =>
  next.agreement.equal > best.agreement.equal ||
  (next.agreement.equal === best.agreement.equal && next.distance < best.distance);

function compareWith(log: ComparedLog, run: ReferenceRun, index: number, offset: number): Candidate | null {
  const losses = firstDifference(log, run, offset, lossOf(log, run));
  if (losses.compared === 0) return null;
  const paths =
    log.params === null
      ? []
      : OFFSETS.map((by) => ({ by, ...firstDifference(log, run, offset + by, paramsOf(log, run)) }));
  const path = paths.reduce((best, next) => (next.equal > best.equal ? next : best), paths[0] ?? { by: 0, ...losses });
  const parting = earlier(losses.parting, path.parting);
  return {
    agreement: {
      run: index,
      offset,
      pathOffset: offset + path.by,
      compared: losses.compared,
      equal: Math.min(losses.equal, path.equal),
      tolerance: losses.tolerance,
      parting,
    },
    distance: losses.distance,
  };
}

const earlier = (one: Parting | null, other: Parting | null): Parting | null =>
  one && other ? (other.row < one.row ? other : one) : (one ?? other);

/** Quantities to compare at a row: what the log has, and what our run has in both precisions. */
interface Quantities {
  readonly count: number;
  readonly isLoss: boolean;
  readonly logged: (entry: number, k: number) => number;
  readonly exact: (row: number, k: number) => number;
  readonly single: (row: number, k: number) => number;
}

const lossOf = ({ loss }: ComparedLog, { exact, single }: ReferenceRun): Quantities => ({
  count: 1,
  isLoss: true,
  logged: (entry) => loss[entry] ?? NaN,
  exact: (row) => exact.loss[row] ?? NaN,
  single: (row) => single.loss[row] ?? NaN,
});

function paramsOf({ params }: ComparedLog, { exact, single }: ReferenceRun): Quantities {
  const count = exact.params.length / exact.rows;
  return {
    count,
    isLoss: false,
    logged: (entry, k) => params?.[entry * count + k] ?? NaN,
    exact: (row, k) => exact.params[row * count + k] ?? NaN,
    single: (row, k) => single.params[row * count + k] ?? NaN,
  };
}

/** Compares entry by entry up to the first that differs. A gap in the parameters is not compared; a loss that is not finite is. */
function firstDifference(log: ComparedLog, { exact, single }: ReferenceRun, offset: number, all: Quantities) {
  const rows = Math.min(exact.rows, single.rows);
  let [compared, equal, distance, widest] = [0, 0, 0, 0];
  let parting: Parting | null = null;
  for (const [entry, update] of log.updates.entries()) {
    const row = update - offset;
    if (row < 0 || row >= rows) continue;
    compared += 1;
    for (let k = 0; k < all.count; k += 1) {
      const logged = all.logged(entry, k);
      const ours = oursAt(log, all, row, k);
      if (!all.isLoss && Number.isNaN(logged)) continue;
      const tolerance = toleranceAt(log, all, row, k, logged);
      if (all.isLoss) distance += relative(logged, ours);
      if (isEqual(logged, ours, tolerance)) widest = parting ? widest : Math.max(widest, tolerance);
      else parting ??= { step: log.steps[entry] ?? 0, row, parameter: all.isLoss ? null : k, logged, ours, tolerance };
    }
    if (!parting) equal += 1;
  }
  return { compared, equal, parting, tolerance: widest, distance: compared === 0 ? 0 : distance / compared };
}

function toleranceAt(
  { isFloat32, lossRounding, pathRounding }: LogAccuracy,
  all: Quantities,
  row: number,
  k: number,
  logged: number,
): number {
  const precision = isFloat32 ? 'float32' : 'float64';
  const size = Math.max(Math.abs(logged), Math.abs(all.exact(row, k)));
  let spread = 0;
  for (let near = Math.max(0, row - WINDOW); near <= row + WINDOW; near += 1) {
    const difference = Math.abs(all.exact(near, k) - all.single(near, k));
    // Near an overflow it may be infinite, and past the last row it is NaN.
    if (Number.isFinite(difference) && difference > spread) spread = difference;
  }
  const floor = FLOOR[precision] * Math.abs(all.exact(0, k));
  const tolerance =
    RELATIVE[precision] * size +
    OF_SPREAD[precision] * spread +
    floor +
    (all.isLoss ? lossRounding : pathRounding)(logged);
  return Number.isFinite(tolerance) ? tolerance : 0;
}

/** Our number in the precision of the log: what overflows in float32 does so for us too. */
function oursAt({ isFloat32 }: LogAccuracy, all: Quantities, row: number, k: number): number {
  if (!isFloat32) return all.exact(row, k);
  const single = all.single(row, k);
  return Number.isFinite(single) ? Math.fround(all.exact(row, k)) : single;
}

const isEqual = (logged: number, ours: number, tolerance: number): boolean =>
  Number.isFinite(logged) && Number.isFinite(ours)
    ? Math.abs(logged - ours) <= tolerance
    : Number.isFinite(logged) === Number.isFinite(ours);

const relative = (a: number, b: number): number => {
  const size = Math.abs(a) + Math.abs(b);
  const difference = Math.abs(a - b);
  return size > 0 && Number.isFinite(size) ? difference / size : Number(!isEqual(a, b, 0));
};
