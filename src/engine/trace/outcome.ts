import { LossEvaluator } from '../loss/evaluator';
import { newtonMinimum } from '../loss/newton';
import type { AnyRunPlan, PlannedProblem } from '../plan/types';
import { climbsBack, isFalling, steadyRise, swingsDie } from './lossTrend';
import type { MinimumRank, Outcome, RunTrace } from './types';

/** Longest period that counts as a cycle. */
export const MAX_PERIOD = 8;
/** Least number of repetitions that count as a cycle. */
export const MIN_CYCLES = 3;
/** Relative distance below which numbers may differ by rounding alone, on any engine: 16 units in the last place of float32. */
export const ROUNDING = 2 ** -19;
/** Points are distinct if they are farther apart than this many times the rounding. */
export const DISTINCT_FACTOR = 100;
/** A quarter of a view's widest side, the length by which distances in parameter space are measured. */
export const lengthOfView = (ranges: readonly (readonly [number, number])[]): number =>
  Math.max(...ranges.map(([low, high]) => high - low)) / 4;
/** Distance within which a run is at a minimum, as a share of a quarter of the view. */
export const REACH_SHARE = 1e-3;
/** Movement below this share of a quarter of the view is invisible. */
export const INVISIBLE_SHARE = 1e-6;
/** Share of a run, at its end, over which it must stay at a point to have arrived there. */
export const STAY_SHARE = 1 / 20;

/**
 * The outcomes with a test of their own, first things first: a run has the first whose test holds. This order is also that
 * of a sweep's outcomes (sweep/summary.ts, sweep/shader.end.ts).
 */
export const testedOutcomes = ['diverged', 'cycling', 'converged', 'left', 'stalled'] as const;
export type TestedOutcome = (typeof testedOutcomes)[number];

type Points = Pick<RunTrace, 'rows' | 'params' | 'loss'>;

/**
 * How a run ended, from its recorded rows alone (docs/outcomes.md has the details). The first of `testedOutcomes` that
 * holds, or descending, rising or wandering:
 *
 * - diverged at k: a parameter or the loss is no longer a finite number.
 * - cycling from k: it repeats 2 to 8 points, up to rounding, three times or more.
 * - converged at k: from step k on it was within reach of a minimum, known or found by Newton's method from the end.
 *   Reach is a thousandth of a quarter of the view.
 * - left at k: from step k on it was outside the problem's default view.
 * - stalled at k: from step k on it did not visibly move.
 * - descending: the loss of its last quarter is below that of the quarter before by more than its own fluctuation, and it has not
 *   climbed back since; or it swings, and its swings die.
 * - rising: its loss rises steadily over its last half.
 * - wandering: none of these.
 *
 * Cycling, converged and stalled must hold over at least the last twentieth of the run: passing a minimum is not arriving.
 */
export function outcomeOf(plan: PlannedProblem, run: AnyRunPlan, trace: Points): Outcome {
  const path = new RecordedPath(plan, run, trace);
  for (const kind of testedOutcomes) {
    const outcome = tests[kind](path, plan);
    if (outcome) return outcome;
  }
  const falls = (isFalling(trace) && !climbsBack(plan, trace)) || swingsDie(plan, trace);
  if (falls) return { kind: 'descending' };
  return { kind: steadyRise(trace) === null ? 'wandering' : 'rising' };
}

/** A run's points, with the lengths that they are measured by. */
class RecordedPath {
  readonly n: number;
  readonly last: number;
  /** A quarter of the view's widest side. */
  readonly scale: number;

  constructor(
    plan: PlannedProblem,
    readonly run: AnyRunPlan,
    readonly trace: Points,
  ) {
    this.n = run.start.length;
    this.last = trace.rows - 1;
    this.scale = lengthOfView(plan.defaultRanges);
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

  /** The first row from which on `holds` is true to the end, or null if it is false at the end. */
  since(holds: (row: number) => boolean): number | null {
    let row = this.last;
    if (!holds(row)) return null;
    while (row > 0 && holds(row - 1)) row -= 1;
    return row;
  }

  /** Like `since`, but null if it holds over less than `STAY_SHARE` of the run. */
  staysSince(holds: (row: number) => boolean): number | null {
    const row = this.since(holds);
    return row !== null && this.last - row >= STAY_SHARE * this.last ? row : null;
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
 * Every point of the cycle is compared with the last round, not with the round before, so that a slowly dying oscillation
 * does not count as a cycle.
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

/** Distance that may be rounding alone, in a round of `period` points. */
function roundingOf(path: RecordedPath, period: number): number {
  let largest = 0;
  for (const value of path.trace.params.subarray((path.last + 1 - period) * path.n))
    largest = Math.max(largest, Math.abs(value));
  return ROUNDING * largest;
}

/**
 * Whether no shorter period fits as well: a point at rest repeats with every period, and a cycle of two that is still
 * settling may look like one of four.
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

function converged(path: RecordedPath, plan: PlannedProblem): Outcome | null {
  const reach = REACH_SHARE * path.scale;
  const minimum = plan.minima.findIndex((point) => path.distance(path.last, point) <= reach);
  // A cheap necessary check before the costly Newton step: a run that stayed within reach of one point was never farther
  // than twice that from its end.
  if (path.staysSince((row) => path.distance(row, path.point(path.last)) <= 2 * reach) === null) return null;
  const target = plan.minima[minimum] ?? newtonMinimum(plan, path.point(path.last), reach);
  if (!target) return null;
  const step = path.staysSince((row) => path.distance(row, target) <= reach);
  if (step === null) return null;
  return { kind: 'converged', step, at: rankOf(plan, target, minimum >= 0), ...(minimum >= 0 && { minimum }) };
}

/** Losses of the catalogue's minima are equal if they differ by no more than this, relative to 1 or the lowest loss. */
const SAME_LOSS = 1e-9;

/** Whether a minimum is the lowest, by its loss. A point that is as low as the global minimum but not listed is unknown. */
function rankOf(plan: PlannedProblem, minimum: readonly number[], isKnown: boolean): MinimumRank {
  const { lowest } = plan;
  if (lowest === null) return 'unknown';
  if (lowest === 'anyMinimum') return 'global';
  if (lowest === -Infinity) return 'local';
  const loss = new LossEvaluator(plan, 'float64').lossAt(minimum);
  if (loss > lowest + SAME_LOSS * Math.max(1, Math.abs(lowest))) return 'local';
  return isKnown ? 'global' : 'unknown';
}

function left(path: RecordedPath, { defaultRanges }: PlannedProblem): Outcome | null {
  const { start } = path.run;
  // A start outside the view widens it.
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

const tests: Readonly<Record<TestedOutcome, (path: RecordedPath, plan: PlannedProblem) => Outcome | null>> = {
  diverged,
  cycling,
  converged,
  left,
  stalled,
};
