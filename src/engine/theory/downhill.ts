import { LossEvaluator } from '../loss/evaluator';
import { newtonStepInSlices, type ModifiedLoss } from '../loss/newton';
import type { FunctionPlan } from '../plan/types';
import type { PauseSignal } from '../common/slice';
import { REACH_SHARE } from '../trace/outcome';
import { distance, reachOf } from './distance';

/** A step is at most this share of a quarter of the view, or of the point's own size: too short to leap out of a valley. */
const LONGEST_STEP = 0.02;
/** The steps after which the search gives up. A curved valley across the view takes a few hundred. */
const MOST_STEPS = 3000;
/** A step that was halved this often cannot find a lower loss: only rounding is left, or a kink. */
const MOST_HALVINGS = 50;
/** Relative length of a Newton step after which only rounding is left: the error is squared at every step. */
const SETTLED = 1e-8;

/** Where a way downhill ends: at a known minimum, or at one that was found; null if it ends at neither. */
type Bottom = { readonly point: readonly number[]; readonly isKnown: boolean } | null;

/**
 * The minimum at the bottom of the valley that a point lies in. Short steps, each to a lower loss, cannot cross a ridge:
 * Newton's where the loss curves upwards in every direction, else down the gradient. Yields when it is time to pause.
 * @param known minima that end the way as soon as it is within reach of one: at a kink, no Newton step does
 */
export function* bottomBelow(
  plan: FunctionPlan,
  from: ArrayLike<number>,
  slice: PauseSignal,
  modifiedLoss: ModifiedLoss,
  known: readonly (readonly number[])[],
): Generator<void, Bottom> {
  const loss = lossOf(plan, modifiedLoss);
  const reach = reachOf(plan);
  const scale = reach / REACH_SHARE;
  let point = Array.from(from);
  let length = Infinity;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const near = known.find((minimum) => distance(minimum, point) <= reach);
    if (near) return { point: near, isKnown: true };
    const { gradient, newton } = yield* newtonStepInSlices(plan, point, slice, modifiedLoss);
    const way = newton ?? gradient.map((slope) => -slope);
    const whole = Math.hypot(...way);
    if (!(whole < Infinity)) return null;
    if (newton && whole <= SETTLED * (Math.hypot(...point) + reach)) return found(point, way, reach);
    if (whole === 0) return null;
    const longest = LONGEST_STEP * Math.max(scale, Math.hypot(...point));
    length = Math.min(2 * length, longest, newton ? whole : Infinity);
    const next = lowerAlong(loss, point, way, length);
    // Near a minimum rounding hides the last descents, which Newton's method needs none of.
    if (!next) return newton && whole <= reach ? found(point, way, reach) : null;
    length = distance(next, point);
    point = next;
  }
  return null;
}

/** A found point; a coordinate that is 0 up to the accuracy of the search is 0. */
const found = (point: readonly number[], newton: readonly number[], reach: number): Bottom => ({
  point: point.map((x, i) => x + (newton[i] as number)).map((x) => (Math.abs(x) <= SETTLED * reach ? 0 : x)),
  isKnown: false,
});

/** The loss that a run's training loop descends. */
function lossOf(plan: FunctionPlan, { penalty }: ModifiedLoss): (point: readonly number[]) => number {
  const evaluator = new LossEvaluator(plan, 'float64');
  return (point) => evaluator.lossAt(point) + (penalty / 2) * point.reduce((sum, x) => sum + x * x, 0);
}

/** A point with a lower loss, at most `length` away along a direction; null if there is none. */
function lowerAlong(
  loss: (point: readonly number[]) => number,
  point: readonly number[],
  direction: readonly number[],
  length: number,
): number[] | null {
  const here = loss(point);
  const whole = Math.hypot(...direction);
  for (let halving = 0, part = length / whole; halving < MOST_HALVINGS; halving += 1, part /= 2) {
    const next = point.map((x, i) => x + part * (direction[i] as number));
    if (loss(next) < here) return next;
  }
  return null;
}
