import { probeAt, type DifferenceScheme } from '../../engine/float64/probe';
import type { Plan } from '../../engine/plan/types';
import { LossEvaluator, type Precision } from '../../engine/loss/evaluator';

interface Differences {
  readonly scheme: DifferenceScheme;
  readonly precision: Precision;
  readonly point: readonly number[];
}

/** The error of finite differences along the first parameter, by their step. */
export function differenceErrors(plan: Plan, { scheme, precision, point }: Differences): ReadonlyMap<number, number> {
  const first = point.map((_, i) => Number(i === 0));
  const found = probeAt(plan, point, first, 0).differences.find(
    (one) => one.scheme === scheme && one.precision === precision,
  );
  if (!found) throw new RangeError(`no ${scheme} differences in ${precision}`);
  return new Map(found.steps.map((step, i) => [step, found.errors[i] as number]));
}

/** The first of these points where the squared length of the gradient, in float64, is below a number; null if there is none. */
export function firstFlatPoint(plan: Plan, points: readonly (readonly number[])[], below: number): number | null {
  const evaluator = new LossEvaluator(plan, 'float64');
  const row = points.findIndex((point) => Math.hypot(...evaluator.fullGradient(point)) ** 2 < below);
  return row < 0 ? null : row;
}
