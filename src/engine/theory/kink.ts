import { LossEvaluator } from '../loss/evaluator';
import type { LossSource } from '../loss/source';

/** A point at which the slope along a line jumps. */
export interface Kink {
  readonly point: readonly number[];
  /** Slopes along the line just before and just after the point. */
  readonly before: number;
  readonly after: number;
}

/** After this many divisions the interval is 1e-10 of the way: short, and long enough not to meet the kink itself. */
const DIVISIONS = 48;
/** Where an interval is divided. Not in its middle: that may be the kink itself, where the slope is neither of the two. */
const DIVIDED_AT = 0.382;
/** The kink's place is known to this share of the way; a smaller coordinate is 0. */
const PLACED = 1e-9;
/** Within this share of the way on either side of a jump, the slope changes by less than this share of the jump. */
const ASIDE = 1e-7;
const STEADY = 0.1;
/** A slope that changes by more than this share of its largest value over so short an interval has jumped. */
const JUMP_SHARE = 1e-3;

/**
 * The largest jump of the slope between two points, found by dividing the interval: where the slope is continuous, its change vanishes
 * with the interval. Null where there is no jump, and between equal points.
 */
export function kinkBetween(source: LossSource, from: ArrayLike<number>, to: ArrayLike<number>): Kink | null {
  const evaluator = new LossEvaluator(source, 'float64');
  const way = Array.from(to, (x, i) => x - (from[i] as number));
  const length = Math.hypot(...way);
  const pointAt = (part: number) => way.map((x, i) => (from[i] as number) + part * x);
  const slopeAt = (part: number) =>
    Array.from(evaluator.fullGradient(pointAt(part))).reduce(
      (sum, slope, i) => sum + (slope * (way[i] as number)) / length,
      0,
    );
  let [low, high] = [0, 1];
  let [before, after] = [slopeAt(low), slopeAt(high)];
  const largest = Math.max(Math.abs(before), Math.abs(after));
  for (let division = 0; division < DIVISIONS; division += 1) {
    const middle = low + DIVIDED_AT * (high - low);
    const slope = slopeAt(middle);
    if (Math.abs(slope - before) >= Math.abs(after - slope)) [high, after] = [middle, slope];
    else [low, before] = [middle, slope];
  }
  const jump = Math.abs(after - before);
  // At a cusp, such as that of sqrt(abs(x)), the slope grows without bound: it jumps from no number to no other.
  const isBounded =
    Math.abs(slopeAt(low - ASIDE) - before) < STEADY * jump && Math.abs(slopeAt(high + ASIDE) - after) < STEADY * jump;
  if (!(jump > JUMP_SHARE * largest) || !isBounded) return null;
  const point = pointAt((low + high) / 2).map((x) => (Math.abs(x) <= PLACED * length ? 0 : x));
  return { point, before, after };
}
