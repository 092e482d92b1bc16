import type { Plan, RunPlan } from '../plan/types';
import { pointAtRow } from '../trace/rows';
import { LossEvaluator } from '../loss/evaluator';
import { arithmeticOf } from '../float64/precisionParts';
import { trainingEvaluator } from '../float64/stepper';
import type { RunTrace } from '../trace/types';
import { hessianTransformOf } from './limits';
import { rateAt, stateAt } from './edge';
import { distance } from './distance';
import { lastFiniteRow } from './target';

/* Measurements of a run's recorded rows, without any theory. */

/** Length of the update that led to `row`. */
export const strideTo = (trace: RunTrace, row: number): number =>
  distance(pointAtRow(trace, row), pointAtRow(trace, row - 1));

/** Number of last rows that tell how a run moves at its end. */
const RECENT = 20;

/**
 * The factor by which strides grew from one to the next: the geometric mean over the last `count` of them, no further
 * back than row `since`. Null with fewer than two strides, or if the run stood still.
 */
export function strideGrowth(
  trace: RunTrace,
  since: number,
): { readonly growth: number; readonly count: number } | null {
  const last = lastFiniteRow(trace);
  const first = Math.max(1, since, last - RECENT);
  if (last <= first) return null;
  const growth = (strideTo(trace, last) / strideTo(trace, first)) ** (1 / (last - first));
  return growth > 0 && growth < Infinity ? { growth, count: last - first } : null;
}

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
  const [first, middle, last] = [0, Math.floor((losses.length - 1) / 2), losses.length - 1].map((i) => losses[i]);
  if (first === undefined || middle === undefined || last === undefined) return false;
  return last < first && first - middle > middle - last;
}

/** The factor by which the distance from a point grew from one of the last rows to the next; null without two rows. */
export function distanceGrowth(
  trace: RunTrace,
  point: readonly number[],
  since: number,
): { readonly growth: number; readonly count: number } | null {
  const distances = recentRows(trace, since).map((row) => distance(pointAtRow(trace, row), point));
  if (distances.length < 2) return null;
  const growth = factorOf(distances);
  return growth > 0 && growth < Infinity ? { growth, count: distances.length - 1 } : null;
}

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

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
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

/**
 * The factor per update by which the distance to a point shrank: the least-squares slope of its logarithm over the second
 * half of the decrease, halfway on a log scale. Null with fewer than four rows.
 */
export function convergenceFactor(trace: RunTrace, point: readonly number[]): number | null {
  const all = Array.from({ length: lastFiniteRow(trace) + 1 }, (_, row) => distance(pointAtRow(trace, row), point));
  const floor = NEAREST * (all[0] as number);
  const end = all.findIndex((d) => d <= floor);
  const distances = all.slice(0, end < 0 ? undefined : end);
  const halfway = Math.sqrt((all[0] as number) * (distances.at(-1) ?? 0));
  const rest = distances.slice(distances.findIndex((d) => d <= halfway));
  return rest.length >= 4 ? Math.exp(slope(rest.map(Math.log))) : null;
}

/** Slope of the line through equally spaced values, by least squares. */
function slope(values: readonly number[]): number {
  const middle = (values.length - 1) / 2;
  const square = values.reduce((sum, _, i) => sum + (i - middle) ** 2, 0);
  return values.reduce((sum, value, i) => sum + (i - middle) * value, 0) / square;
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
