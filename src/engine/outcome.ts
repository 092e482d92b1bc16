import { minimumInSight } from './newton';
import type { Plan, RunPlan } from './plan';
import type { Outcome, RunTrace } from './types';

/** Longest period that counts as a cycle. */
export const MAX_PERIOD = 8;
/** How near to a minimum is there, in parts of a quarter of the view. */
export const ARRIVED = 1e-3;
/** Points of a cycle come back within this part of the cycle's size. */
const SAME = 1e-4;
/** Movement below this part of a quarter of the view cannot be seen however long one looks. */
const UNSEEN = 1e-6;
/** Four units in the last place of float32: nearer numbers may differ by rounding alone. */
const ROUNDING = 2 ** -21;

type Points = Pick<RunTrace, 'rows' | 'params' | 'loss'>;

/**
 * Names how a run ended, from its numbers alone. The first of these that holds:
 *
 * - diverged: a parameter or the loss is no longer a finite number.
 * - cycling: for three rounds or more it has gone round the same p <= 8 points, the swing no longer shrinking.
 * - left at k: it ends outside the problem's view, and was outside ever since step k.
 * - converged at k: a minimum, known or in sight of one Newton step, is within reach of the end, and from step k on
 *   the run was within reach of it. Reach is a thousandth of a quarter of the view.
 * - stalled at k: over its last tenth it did not visibly move.
 * - descending: the median loss of its last quarter is below that of the quarter before.
 * - wandering: it moves, in bounds, without descending.
 */
export function outcomeOf(plan: Plan, run: RunPlan, trace: Points): Outcome {
  const path = new Path(plan, run, trace);
  return diverged(path) ?? cycling(path) ?? left(plan, path) ?? converged(plan, path) ?? stalled(path) ?? trend(path);
}

/** A run's points, with the lengths that they are measured by. */
class Path {
  readonly n: number;
  readonly last: number;
  /** A quarter of the view's wider side. */
  readonly scale: number;

  constructor(
    plan: Plan,
    readonly run: RunPlan,
    readonly trace: Points,
  ) {
    this.n = run.start.length;
    this.last = trace.rows - 1;
    this.scale = plan.view
      ? Math.max(...plan.view.map(([low, high]) => high - low)) / 4
      : Math.max(1, ...run.start.map(Math.abs));
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
}

function diverged(path: Path): Outcome | null {
  const { last, trace } = path;
  const values = [...path.point(last), trace.loss[last] ?? Number.NaN];
  if (values.every(Number.isFinite)) return null;
  return { kind: 'diverged', step: last, cause: values.some((value) => Math.abs(value) === Infinity) ? 'overflow' : 'nan' };
}

function cycling(path: Path): Outcome | null {
  const { last, scale } = path;
  const rounding = ROUNDING * Math.max(...path.point(last).map(Math.abs));
  const floor = Math.max(4 * rounding, UNSEEN * scale);
  for (let period = 2; period <= MAX_PERIOD && 3 * period <= last; period += 1) {
    const size = swing(path, last, period);
    if (size <= floor) return null;
    const near = Math.max(SAME * size, 4 * rounding);
    const from = path.since((row) => row < period || path.between(row, row - period) <= near);
    if (from === null || last - from < 2 * period) continue;
    const rounds = Math.min(8, Math.floor((last - from) / period));
    const change = Math.abs(swing(path, last - rounds * period + period, period) - size);
    if (change <= Math.max(SAME * size, 4 * rounding)) return { kind: 'cycling', period, step: Math.max(0, from - period) };
  }
  return null;
}

/** The widest stride within one round that ends at `row`. */
function swing(path: Path, row: number, period: number): number {
  let widest = 0;
  for (let i = 0; i < period && row - i > 0; i += 1) widest = Math.max(widest, path.between(row - i, row - i - 1));
  return widest;
}

function left({ view }: Plan, path: Path): Outcome | null {
  if (!view) return null;
  const { start } = path.run;
  // A start that the person put outside the view widens it.
  const inside = (row: number) =>
    path.point(row).every((value, i) => {
      const [low = -Infinity, high = Infinity] = view[i] ?? [];
      return value >= Math.min(low, start[i] as number) && value <= Math.max(high, start[i] as number);
    });
  const step = path.since((row) => !inside(row));
  return step === null ? null : { kind: 'left', step };
}

function converged(plan: Plan, path: Path): Outcome | null {
  const reach = ARRIVED * path.scale;
  const minimum = plan.minima.findIndex((point) => path.distance(path.last, point) <= reach);
  const target = plan.minima[minimum] ?? minimumInSight(plan, path.point(path.last));
  const step = target && path.since((row) => path.distance(row, target) <= reach);
  if (step === null || step === undefined) return null;
  return minimum >= 0 ? { kind: 'converged', step, minimum } : { kind: 'converged', step };
}

function stalled(path: Path): Outcome | null {
  const step = path.since((row) => path.between(row, path.last) <= UNSEEN * path.scale);
  return step !== null && path.last - step >= Math.max(1, path.last / 10) ? { kind: 'stalled', step } : null;
}

/** Compares medians, which single spikes do not move. */
function trend({ trace: { loss, rows } }: Path): Outcome {
  const quarter = Math.max(1, Math.floor(rows / 4));
  const median = (from: number, to: number) => {
    const sorted = loss.slice(Math.max(0, from), to).sort();
    return sorted[Math.floor(sorted.length / 2)] as number;
  };
  return median(rows - quarter, rows) < median(rows - 2 * quarter, rows - quarter) ? { kind: 'descending' } : { kind: 'wandering' };
}
