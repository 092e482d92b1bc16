import type { LossEvaluator } from '../loss/evaluator';

/** Steps after which a way down is given up. */
const MOST_STEPS = 120;
/** Share of the slope's promise that a step must keep (Armijo's condition). */
const SUFFICIENT = 1e-4;
const MOST_HALVINGS = 40;
/** A step that lowers the loss by less than this share of it leads nowhere: only rounding is left. */
const LEAST_GAIN = 1e-15;

type Vector = readonly number[];

const dot = (a: Vector, b: Vector): number => a.reduce((sum, x, i) => sum + x * (b[i] as number), 0);

/** Where a way down ends. */
interface End {
  readonly point: Vector;
  /** Whether no lower point was found; otherwise the steps were used up. */
  readonly isLowest: boolean;
}

/**
 * The end of the way down from a point by the method of Broyden, Fletcher, Goldfarb and Shanno (Nocedal & Wright, Numerical
 * Optimization, algorithm 6.1): at or near a local minimum, or wherever the steps are used up. Null where the loss or its
 * gradient is not finite at the point itself.
 */
export function descend(loss: LossEvaluator, from: Vector): End | null {
  let point: Vector = from;
  let value = loss.lossAt(point);
  let gradient = Array.from(loss.fullGradient(point));
  if (!Number.isFinite(value) || !gradient.every(Number.isFinite)) return null;
  let inverse = identity(from.length, 1 / Math.max(1, Math.hypot(...gradient)));
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const way = inverse.map((row) => -dot(row, gradient));
    const next = lower(loss, point, value, way, dot(way, gradient));
    if (!next) return { point, isLowest: true };
    const slopes = Array.from(loss.fullGradient(next.point));
    const gain = value - next.value;
    if (!slopes.every(Number.isFinite)) return { point: next.point, isLowest: true };
    inverse = updated(inverse, subtract(next.point, point), subtract(slopes, gradient));
    ({ point, value } = next);
    gradient = slopes;
    if (gain <= LEAST_GAIN * Math.abs(value)) return { point, isLowest: true };
  }
  return { point, isLowest: false };
}

const subtract = (a: Vector, b: Vector): number[] => a.map((x, i) => x - (b[i] as number));

const identity = (n: number, scale: number): number[][] =>
  Array.from({ length: n }, (_, i) => Array.from({ length: n }, (__, j) => (i === j ? scale : 0)));

/** The first point along a direction, at 1, 1/2, 1/4 ... of it, whose loss is low enough; null if none is. */
function lower(
  loss: LossEvaluator,
  point: Vector,
  value: number,
  way: Vector,
  slope: number,
): { readonly point: Vector; readonly value: number } | null {
  if (!(slope < 0)) return null;
  for (let halving = 0, part = 1; halving < MOST_HALVINGS; halving += 1, part /= 2) {
    const next = point.map((x, i) => x + part * (way[i] as number));
    const there = loss.lossAt(next);
    if (there < value && there <= value + SUFFICIENT * part * slope) return { point: next, value: there };
  }
  return null;
}

/** The approximation of the inverse Hessian after a step and the change of the gradient along it. */
function updated(inverse: number[][], step: Vector, change: Vector): number[][] {
  const along = dot(step, change);
  if (!(along > 1e-12 * Math.hypot(...step) * Math.hypot(...change))) return inverse;
  const product = inverse.map((row) => dot(row, change));
  const factor = (1 + dot(change, product) / along) / along;
  return inverse.map((row, i) =>
    row.map((x, j) => {
      const [s, t] = [step[i] as number, step[j] as number];
      return x + factor * s * t - ((product[i] as number) * t + s * (product[j] as number)) / along;
    }),
  );
}
