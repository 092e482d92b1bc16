import { minimumByNewtonStep } from '../loss/newton';
import type { Plan, RunPlan } from '../plan/types';
import type { Outcome, RunTrace } from './types';

/** Longest period that counts as a cycle. */
export const MAX_PERIOD = 8;
/** Rounds that make a cycle. */
export const MIN_CYCLES = 3;
/** Sixteen units in the last place of float32: nearer numbers may differ by rounding alone, on any engine. */
export const ROUNDING = 2 ** -19;
/** Points this many times as far apart as rounding are different points. */
export const DISTINCT_FACTOR = 100;
/** How near to a minimum is there, in parts of a quarter of the view. */
export const REACH_SHARE = 1e-3;
/** Movement below this part of a quarter of the view cannot be seen however long one looks. */
export const INVISIBLE_SHARE = 1e-6;
/** The part of a run over which it must stay where it is said to have come to. */
export const STAY_SHARE = 1 / 20;

type Points = Pick<RunTrace, 'rows' | 'params' | 'loss'>;

/**
 * Names how a run ended, from its numbers alone; docs/outcomes.md says it in full. The first of these that holds:
 *
 * - diverged at k: a parameter or the loss is no longer a finite number.
 * - cycling from k: it goes round the same 2 to 8 points, the same to rounding, for three rounds or more.
 * - converged at k: a minimum, known or in sight of one Newton step from the end, was within reach ever since step k.
 *   Reach is a thousandth of a quarter of the view.
 * - left at k: it ends outside the problem's view, and was outside ever since step k.
 * - stalled at k: it did not visibly move since.
 * - descending: the median loss of its last quarter is below that of the quarter before.
 * - wandering: none of these.
 *
 * Cycling, converged and stalled ask for the last twentieth of the run at least: who only passes a minimum has not arrived.
 */
export function outcomeOf(plan: Plan, run: RunPlan, trace: Points): Outcome {
  const path = new RecordedPath(plan, run, trace);
  return (
    diverged(path) ??
    cycling(path) ??
    converged(plan, path) ??
    left(plan, path) ??
    stalled(path) ??
    descendingOrWandering(path)
  );
}

/** A run's points, with the lengths that they are measured by. */
class RecordedPath {
  readonly n: number;
  readonly last: number;
  /** A quarter of the view's widest side. */
  readonly scale: number;

  constructor(
    plan: Plan,
    readonly run: RunPlan,
    readonly trace: Points,
  ) {
    this.n = run.start.length;
    this.last = trace.rows - 1;
    this.scale = Math.max(...plan.defaultRanges.map(([low, high]) => high - low)) / 4;
  }

  point(row: number): Float64Array {
    return this.trace.params.subarray(row * this.n, (row + 1) * this.n);
  }

  distance(row: number, point: ArrayLike<number>): number {
    return Math.hypot(...this.point(row).map((value, i) => value - (point[i] as number)));
  }

  between(row: number, other: number): number {
    return this.distance(row, this.point(other));
  }

  /** The first row since which `holds`, or null if it does not hold at the end. */
  since(holds: (row: number) => boolean): number | null {
    let row = this.last;
    if (!holds(row)) return null;
    while (row > 0 && holds(row - 1)) row -= 1;
    return row;
  }

  /** Like `since`, where that is long enough ago to speak of staying. */
  staysSince(holds: (row: number) => boolean): number | null {
    const row = this.since(holds);
    return row !== null && row < this.last && this.last - row >= STAY_SHARE * this.last ? row : null;
  }
}

function diverged(path: RecordedPath): Outcome | null {
  const { last, trace } = path;
  const values = [...path.point(last), trace.loss[last] ?? Number.NaN];
  if (values.every(Number.isFinite)) return null;
  return {
    kind: 'diverged',
    step: last,
    cause: values.some((value) => Math.abs(value) === Infinity) ? 'overflow' : 'nan',
  };
}

/**
 * Every point of the cycle is compared with its last visit, not with the one before it, so that a swing that dies slowly
 * is no cycle.
 */
function cycling(path: RecordedPath): Outcome | null {
  const { last, trace } = path;
  for (let period = 2; period <= MAX_PERIOD && MIN_CYCLES * period <= trace.rows; period += 1) {
    const near = roundingOf(path, period);
    const step = path.staysSince((row) => path.between(row, last - ((last - row) % period)) <= near);
    if (step === null || last - step + 1 < MIN_CYCLES * period) continue;
    return isShortest(path, period, DISTINCT_FACTOR * near) ? { kind: 'cycling', period, step } : null;
  }
  return null;
}

/** What may be rounding alone, in a round of `period` points. */
function roundingOf(path: RecordedPath, period: number): number {
  let largest = 0;
  for (const value of path.trace.params.subarray((path.last + 1 - period) * path.n))
    largest = Math.max(largest, Math.abs(value));
  return ROUNDING * largest;
}

/**
 * Whether a round of fewer points would not do as well: a point at rest repeats itself with every period, and a cycle
 * of two that is still settling may look like one of four.
 */
function isShortest(path: RecordedPath, period: number, apart: number): boolean {
  for (let shift = 1; shift < period; shift += 1) {
    let widest = 0;
    for (let row = path.last; row > path.last - period; row -= 1)
      widest = Math.max(widest, path.between(row, row - shift));
    if (widest <= apart) return false;
  }
  return true;
}

function converged(plan: Plan, path: RecordedPath): Outcome | null {
  const reach = REACH_SHARE * path.scale;
  const minimum = plan.minima.findIndex((point) => path.distance(path.last, point) <= reach);
  // Who has stayed within reach of one point was never farther than twice that from where it ended; to look for that point is dear.
  if (path.staysSince((row) => path.distance(row, path.point(path.last)) <= 2 * reach) === null) return null;
  const target = plan.minima[minimum] ?? minimumByNewtonStep(plan, path.point(path.last));
  const step = target && path.staysSince((row) => path.distance(row, target) <= reach);
  if (step === null) return null;
  return minimum >= 0 ? { kind: 'converged', step, minimum } : { kind: 'converged', step };
}

function left({ defaultRanges }: Plan, path: RecordedPath): Outcome | null {
  const { start } = path.run;
  // A start that the person put outside the view widens it.
  const inside = (row: number) =>
    path.point(row).every((value, i) => {
      const [low, high] = defaultRanges[i] as readonly [number, number];
      return value >= Math.min(low, start[i] as number) && value <= Math.max(high, start[i] as number);
    });
  const step = path.since((row) => !inside(row));
  return step === null ? null : { kind: 'left', step };
}

function stalled(path: RecordedPath): Outcome | null {
  const step = path.staysSince((row) => path.between(row, path.last) <= INVISIBLE_SHARE * path.scale);
  return step === null ? null : { kind: 'stalled', step };
}

/** Compares medians, which single spikes do not move. */
function descendingOrWandering({ trace: { loss, rows } }: RecordedPath): Outcome {
  const quarter = Math.max(1, Math.floor(rows / 4));
  const median = (from: number, to: number) => {
    const sorted = loss.slice(Math.max(0, from), to).sort();
    return sorted[Math.floor(sorted.length / 2)] as number;
  };
  return median(rows - quarter, rows) < median(rows - 2 * quarter, rows - quarter)
    ? { kind: 'descending' }
    : { kind: 'wandering' };
}
