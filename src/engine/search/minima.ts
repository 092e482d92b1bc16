import type { PauseSignal } from '../common/slice';
import { LossEvaluator } from '../loss/evaluator';
import { symmetricEigen } from '../loss/eigen';
import { hessianAt, newtonMinimumInSlices, UNMODIFIED } from '../loss/newton';
import type { FunctionLoss } from '../loss/source';
import { randomStream } from '../samples/random';
import { mayHaveTip } from '../../formula/singular';
import { descend } from './descend';
import { tipNear } from './tip';

type Point = readonly number[];
export type Ranges = readonly (readonly [low: number, high: number])[];

/** A local minimum that the search found. */
export interface FoundMinimum {
  readonly point: Point;
  readonly loss: number;
}

/** Starts of a search: enough for the valleys of a plot, few enough to be done while a slider moves. */
const STARTS = 24;
/** Most minima that are kept, the lowest. */
const MOST_KEPT = 8;
/** Minima nearer to each other than this share of the widest range are the same. */
const SAME = 1e-4;
/** Newton's method must confirm a minimum within this share of the widest range from where the way down ended. */
const NEAR = 1e-2;
/** How far from a minimum, as a share of the widest range, the loss must be higher. */
const BESIDE = 1e-4;
/** A curvature is at least this share of what the loss beside the point makes of it; less means that it vanishes there. */
const PARABOLIC = 1e-3;
/** A coordinate below this share of the widest range is 0: the search is no more accurate. */
const ZERO = 1e-12;

/** The middle of a box and points spread at random over it, the same for the same seed. */
export function startsIn(ranges: Ranges, seed: number): number[][] {
  const uniform = randomStream(seed, 'search');
  const at = (share: () => number) => ranges.map(([low, high]) => low + (high - low) * share());
  return [at(() => 0.5), ...Array.from({ length: STARTS }, () => at(uniform))];
}

/**
 * Local minima at the ends of the ways down from some points, the lowest first. Each has a gradient of 0 and a positive
 * definite Hessian, in float64 and by more than rounding, or is the tip of a kink or cone; others, such as the minimum of
 * x^4, are left out. Yields when it is time to pause.
 * @param width the widest range of the view, by which distances are judged
 */
export function* minimaBelow(
  source: FunctionLoss,
  starts: readonly Point[],
  width: number,
  slice: PauseSignal,
): Generator<void, FoundMinimum[]> {
  const evaluator = new LossEvaluator(source, 'float64');
  const found: FoundMinimum[] = [];
  for (const start of starts) {
    const end = descend(evaluator, start)?.point;
    const isNew = (point: Point) => !found.some((other) => distance(other.point, point) <= SAME * width);
    const point = end && isNew(end) ? yield* minimumNear(source, evaluator, end, width, slice) : null;
    if (point && isNew(point)) found.push({ point, loss: evaluator.lossAt(point) });
    if (slice.isTimeUp()) yield;
  }
  return found.sort((a, b) => a.loss - b.loss);
}

/** The minimum at the end of a way down: a bowl that Newton's method confirms, or a tip. */
function* minimumNear(
  source: FunctionLoss,
  loss: LossEvaluator,
  end: Point,
  width: number,
  slice: PauseSignal,
): Generator<void, Point | null> {
  const minimum = yield* newtonMinimumInSlices(source, end, slice, UNMODIFIED, NEAR * width);
  const point = minimum?.map((x) => (Math.abs(x) <= ZERO * width ? 0 : x));
  if (point) return isBowl(source, loss, point, BESIDE * width) ? point : null;
  return mayHaveTip(source.loss) ? tipNear(loss, end, width) : null;
}

/** Whether the loss rises on both sides along every direction of curvature, as a parabola does. */
function isBowl(source: FunctionLoss, loss: LossEvaluator, point: Point, distance: number): boolean {
  const here = loss.lossAt(point);
  const rounding = 4 * Number.EPSILON * Math.abs(here);
  const beside = (vector: Point, by: number) => loss.lossAt(point.map((x, i) => x + by * (vector[i] as number))) - here;
  const pairs = symmetricEigen(hessianAt(source, point)) ?? [];
  return (
    pairs.length > 0 &&
    pairs.every(({ value, vector }) => {
      const [before, after] = [beside(vector, -distance), beside(vector, distance)];
      const rises = before >= -rounding && after >= -rounding;
      return rises && value > 0 && value * distance ** 2 >= PARABOLIC * (before + after);
    })
  );
}

/** The minima of a function within a box that a search from random points finds; not all that there are. */
export function* minimaIn(
  source: FunctionLoss,
  ranges: Ranges,
  seed: number,
  slice: PauseSignal,
): Generator<void, Point[]> {
  const found = yield* minimaBelow(source, startsIn(ranges, seed), widthOf(ranges), slice);
  return found
    .map(({ point }) => point)
    .filter((point) => isInside(point, ranges))
    .slice(0, MOST_KEPT);
}

export const widthOf = (ranges: Ranges): number => Math.max(...ranges.map(([low, high]) => high - low));

export const isInside = (point: Point, ranges: Ranges): boolean =>
  ranges.every(([low, high], i) => (point[i] as number) >= low && (point[i] as number) <= high);

const distance = (a: Point, b: Point): number => Math.hypot(...a.map((x, i) => x - (b[i] as number)));
