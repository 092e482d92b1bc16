import { LossEvaluator } from '../loss/evaluator';
import type { Plan } from '../plan/types';
import type { Spectrum } from './curvature';
import { reachOf } from './distance';

/** What kind of place a run stands at, if it is no minimum. */
export type Standstill =
  | { readonly kind: 'saddle'; readonly down: number; readonly up: number }
  | { readonly kind: 'maximum'; readonly lambda: number }
  /** Level along a direction, or along all: at this distance the loss is the same. */
  | { readonly kind: 'levelValley' | 'levelGround'; readonly distance: number }
  /** Level up to curvature, but not a minimum: at this distance the loss is lower. */
  | { readonly kind: 'lowerNearby'; readonly distance: number }
  /** Level up to curvature along a direction, and rising more slowly than a parabola. */
  | { readonly kind: 'flatterThanParabola' };

/** How far from a point the loss is compared with that at the point, in units of the reach: a tenth of a quarter of the view. */
const COMPARED_AT = 100;
/** At a tenth of a distance a parabola has risen to a hundredth, a fourth power to less than this share. */
const FLATTER = 1 / 500;
/** Losses that differ by less than this share of what the steepest curvature makes of the distance are the same. */
const SAME_SHARE = 1e-9;

/**
 * The kind of a point where the gradient vanishes, from the eigenvalues of its Hessian; where these are 0, from losses
 * beside it. Null if no such point is within reach, or if it may be a minimum.
 * @param spectrum at the point, of the parameters that move
 * @param free their indices
 */
export function standstillAt(
  plan: Plan,
  point: readonly number[],
  spectrum: Spectrum,
  free: readonly number[],
): Standstill | null {
  const { pairs } = spectrum;
  if (!pairs) return null;
  const evaluator = new LossEvaluator(plan, 'float64');
  const gradient = evaluator.fullGradient(point);
  const reach = reachOf(plan);
  const along = pairs.map(({ vector }) =>
    vector.reduce((sum, x, k) => sum + x * (gradient[free[k] as number] as number), 0),
  );
  const steepest = Math.max(...pairs.map(({ value }) => Math.abs(value)));
  // Newton's step to where the gradient vanishes, one eigendirection at a time; a level one must have no slope.
  const isThere = pairs.every(({ value }, k) => {
    const slope = Math.abs(along[k] as number);
    return value === 0 ? slope <= SAME_SHARE * steepest * reach : slope <= reach * Math.abs(value);
  });
  if (!isThere) return null;
  const [up, down] = [spectrum.largest.value, spectrum.smallest.value];
  if (down < 0 && up > 0) return { kind: 'saddle', down, up };
  if (up < 0) return { kind: 'maximum', lambda: up };
  if (pairs.every(({ value }) => value > 0)) return null;
  return levelPlace(plan, point, pairs, free, evaluator);
}

function levelPlace(
  plan: Plan,
  point: readonly number[],
  pairs: NonNullable<Spectrum['pairs']>,
  free: readonly number[],
  evaluator: LossEvaluator,
): Standstill | null {
  const distance = COMPARED_AT * reachOf(plan);
  const here = evaluator.lossAt(point);
  const level = pairs.filter(({ value }) => value <= 0);
  const lossesAt = (away: number) =>
    level.flatMap(({ vector }) =>
      [away, -away].map((length) => {
        const other = [...point];
        vector.forEach((x, k) => (other[free[k] as number] = (other[free[k] as number] as number) + length * x));
        return evaluator.lossAt(other);
      }),
    );
  const beside = lossesAt(distance);
  const steepest = Math.max(...pairs.map(({ value }) => Math.abs(value)));
  const same = SAME_SHARE * Math.max(steepest * distance ** 2, Math.abs(here));
  if (beside.every((loss) => Math.abs(loss - here) <= same))
    return { kind: level.length === pairs.length ? 'levelGround' : 'levelValley', distance };
  if (beside.some((loss) => loss < here - same)) return { kind: 'lowerNearby', distance };
  const nearer = lossesAt(distance / 10);
  const isFlatter = beside.every((loss, k) => (nearer[k] as number) - here <= FLATTER * (loss - here) + same / 100);
  return isFlatter ? { kind: 'flatterThanParabola' } : null;
}
