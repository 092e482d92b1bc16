import { median } from '../common/median';
import type { Plan, RunPlan } from '../plan/types';
import { lastFiniteRow, pointAtRow, stateAt } from '../trace/rows';
import { LossEvaluator } from '../loss/evaluator';
import { arithmeticOf } from '../float64/precisionParts';
import { trainingEvaluator } from '../float64/stepper';
import type { RunTrace } from '../trace/types';
import { rateAt } from '../plan/run';
import { hessianTransformOf } from './limits';
import { distance } from './distance';

/* Measurements of a run's recorded rows, without any theory. */

/** Length of the update that led to `row`. */
export const strideTo = (trace: RunTrace, row: number): number =>
  distance(pointAtRow(trace, row), pointAtRow(trace, row - 1));

/** Number of last rows that tell how a run moves at its end. */
const RECENT = 20;

/** An overflow farther ahead than this many updates is not foretold. */
const FORESEEABLE = 1e6;
/** A growth that slows to less than this share of its exponent is not geometric. */
const GEOMETRIC = 0.9;

/** The factor per update over some rows, from positive values at their ends. */
const factorOf = (values: readonly number[]): number =>
  ((values.at(-1) as number) / (values[0] as number)) ** (1 / (values.length - 1));

/** Rows that tell how a run moves at its end, no further back than row `since`. */
function recentRows(trace: RunTrace, since: number): number[] {
  const last = lastFiniteRow(trace);
  const first = Math.max(0, since, last - RECENT);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
}

/**
 * Whether the loss fell over the last rows, and less over the second half of them than over the first: then it nears a value,
 * however the steps grow. A loss that falls without bound under growing steps, as on a saddle, falls faster and faster.
 */
export function lossSettles(trace: RunTrace, since: number): boolean {
  const losses = recentRows(trace, since).map((row) => trace.loss[row] as number);
  const at = (i: number) => losses.at(i) ?? Number.NaN;
  const middle = at((losses.length - 1) >> 1);
  return at(-1) < at(0) && at(0) - middle > middle - at(-1);
}

interface Growth {
  readonly growth: number;
  readonly count: number;
}

/** The factor by which a length grew from one row to the next, the geometric mean; null of fewer than two rows, or if it is 0. */
function growthOver(rows: readonly number[], lengthAt: (row: number) => number): Growth | null {
  const growth = factorOf(rows.map(lengthAt));
  return growth > 0 && growth < Infinity ? { growth, count: rows.length - 1 } : null;
}

/** The factor by which strides grew from one to the next over the last rows; null with fewer than two strides. */
export const strideGrowth = (trace: RunTrace, since: number): Growth | null =>
  growthOver(recentRows(trace, Math.max(1, since)), (row) => strideTo(trace, row));

/** The factor by which the distance from a point grew from one of the last rows to the next; null without two rows. */
export const distanceGrowth = (trace: RunTrace, point: readonly number[], since: number): Growth | null =>
  growthOver(recentRows(trace, since), (row) => distance(pointAtRow(trace, row), point));

/**
 * The step at which the loss or a parameter passes the largest number of the engine if both go on growing as over the last
 * rows. Null if they do not grow geometrically.
 */
export function overflowAt(trace: RunTrace, since: number, largest: number): number | null {
  const rows = recentRows(trace, since);
  const size = (row: number) => Math.max(...Array.from(pointAtRow(trace, row), Math.abs));
  const foreseen = [rows.map(size), rows.map((row) => Math.abs(trace.loss[row] as number))].flatMap((values) => {
    const half = Math.floor(values.length / 2);
    const [early, late] = [factorOf(values.slice(0, half + 1)), factorOf(values.slice(half))];
    if (!(late > 1) || !(Math.log(late) >= GEOMETRIC * Math.log(early))) return [];
    const steps = Math.log(largest / (values.at(-1) as number)) / Math.log(late);
    return steps <= FORESEEABLE ? [steps] : [];
  });
  return foreseen.length > 0 ? lastFiniteRow(trace) + Math.ceil(Math.min(...foreseen)) : null;
}

/** The median stride of the last quarter of a run. Null if there was no update. */
export function typicalStride(trace: RunTrace): number | null {
  const rows = lastQuarter(trace).filter((row) => row > 0);
  return rows.length > 0 ? median(rows.map((row) => strideTo(trace, row))) : null;
}

/** The median distance of the last quarter of a run from a point. */
export const typicalDistance = (trace: RunTrace, point: readonly number[]): number =>
  median(lastQuarter(trace).map((row) => distance(pointAtRow(trace, row), point)));

export function lastQuarter(trace: RunTrace): number[] {
  const last = lastFiniteRow(trace);
  const first = Math.ceil(0.75 * last);
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

/** The longest stride in one round of a cycle. */
export function widestCycleStep(trace: RunTrace, period: number): number {
  const last = lastFiniteRow(trace);
  return Math.max(...Array.from({ length: Math.min(period, last) }, (_, i) => strideTo(trace, last - i)));
}

/** A run in float32 comes no nearer to a point than about this share of its initial distance. */
const NEAREST = 1e-5;
/** A run that falls no more at its end arrived where it stayed within this many times its typical distance: noise goes no farther. */
const ARRIVED = 10;

/**
 * The rows of the second half of a run's way to a point, halfway on a log scale, and the factor per update by which the distance
 * shrank between them. Both are the last rows of a swing that are as far away. Null with fewer than four updates, or if it did not shrink steadily.
 */
export function convergence(
  trace: RunTrace,
  point: readonly number[],
): { readonly from: number; readonly to: number; readonly factor: number } | null {
  const all = Array.from({ length: lastFiniteRow(trace) + 1 }, (_, row) => distance(pointAtRow(trace, row), point));
  const start = all[0] as number;
  const end = lastQuarter(trace).map((row) => all[row] as number);
  const arrived = steadyFactor(end) === null ? ARRIVED * median(end) : 0;
  const floor = Math.max(NEAREST * start, arrived);
  const to = all.findLastIndex((d) => d > floor);
  const halfway = Math.sqrt(start * (all[to] as number));
  const from = all.findLastIndex((d) => d > halfway);
  const factor = to - from > 3 ? steadyFactor(all.slice(from, to + 1)) : null;
  return factor === null ? null : { from, to, factor };
}

/** A line through logarithms describes values that fall steadily if it accounts for this share of their variance. */
const STEADY = 0.9;

/**
 * The factor from one value to the next by the least-squares line through their logarithms. Null if they do not fall, or not
 * steadily: if their fluctuation about the line is not small beside the fall along it.
 */
export function steadyFactor(values: readonly number[]): number | null {
  const logs = values.map(Math.log);
  const middle = (logs.length - 1) / 2;
  const mean = logs.reduce((sum, y) => sum + y, 0) / logs.length;
  let [square, product, variation] = [0, 0, 0];
  logs.forEach((y, i) => {
    square += (i - middle) ** 2;
    product += (i - middle) * (y - mean);
    variation += (y - mean) ** 2;
  });
  return product < 0 && product ** 2 >= STEADY * square * variation ? Math.exp(product / square) : null;
}

/** The full gradient at a point, in float64 or in the precision that the run has of its own. */
function ownFullGradient(plan: Plan, run: RunPlan, at: ArrayLike<number>): number[] {
  const { registers, inLoss, ofModel } = arithmeticOf(run, 'float64');
  const point = Array.from(at);
  ofModel?.(point);
  const gradient = Array.from(new LossEvaluator(plan, registers, inLoss).fullGradient(point));
  ofModel?.(gradient);
  return gradient;
}

/** Length of the full gradient after `row` updates, as the run computes it. */
export const gradientLength = (plan: Plan, run: RunPlan, trace: RunTrace, row: number): number =>
  Math.hypot(...ownFullGradient(plan, run, pointAtRow(trace, row)));

/** Number of batches that suffice to measure how much they differ. */
const BATCHES = 50;

/** Root mean square distance, at the run's end, of its last updates' gradients from the full gradient, as the run computes them. */
export function batchNoise(plan: Plan, run: RunPlan, trace: RunTrace): number {
  const { registers, inLoss, ofModel } = arithmeticOf(run, 'float64');
  const point = Array.from(pointAtRow(trace, lastFiniteRow(trace)));
  const full = ownFullGradient(plan, run, point);
  ofModel?.(point);
  const batches = trainingEvaluator(plan, run, registers, 'gradient', inLoss);
  const first = Math.max(0, run.updates - BATCHES);
  const squares = Array.from({ length: run.updates - first }, (_, i) => {
    const gradient = batches.gradient(point, run, first + i);
    ofModel?.(gradient);
    return distance(gradient, full) ** 2;
  });
  return Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / squares.length);
}

/** The largest effective rate over the parameters after `row` updates; null for a rule without a divisor. */
export function effectiveRate(run: RunPlan, trace: RunTrace, row: number): number | null {
  const { divisor } = hessianTransformOf(run, stateAt(trace, row), row);
  const rate = divisor && rateAt(run, row) / Math.min(...divisor);
  return rate !== null && Number.isFinite(rate) ? rate : null;
}
