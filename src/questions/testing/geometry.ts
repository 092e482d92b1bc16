import { symmetricEigen, type Eigenpair } from '../../engine/loss/eigen';
import { LossEvaluator } from '../../engine/loss/evaluator';
import { hessianAt } from '../../engine/loss/newton';
import type { Plan } from '../../engine/plan/types';

const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, i) => sum + value * (b[i] ?? Number.NaN), 0);

const gradientAt = (plan: Plan, point: readonly number[]): number[] => [
  ...new LossEvaluator(plan, 'float64').fullGradient(point),
];

function eigenpairsAt(plan: Plan, point: readonly number[]): Eigenpair[] {
  const pairs = symmetricEigen(hessianAt(plan, point));
  if (!pairs) throw new RangeError(`no Hessian at ${point.join(', ')}`);
  return pairs;
}

/** The eigenvalues of the full loss's Hessian at a point, largest first. */
export const eigenvaluesAt = (plan: Plan, point: readonly number[]): number[] =>
  eigenpairsAt(plan, point).map(({ value }) => value);

/** Where one Newton step leads, be that a minimum or not: the point minus the inverse Hessian times the gradient. */
export function newtonPoint(plan: Plan, point: readonly number[]): number[] {
  const gradient = gradientAt(plan, point);
  return eigenpairsAt(plan, point).reduce<number[]>(
    (at, { value, vector }) => at.map((x, i) => x - (dot(vector, gradient) / value) * (vector[i] ?? Number.NaN)),
    [...point],
  );
}

/** The angle, in degrees, between an update, counted from 1, and the negative gradient of the full loss before it. */
export function turnOf(plan: Plan, params: readonly (readonly number[])[], update: number): number {
  const [before, after] = [params[update - 1] ?? [], params[update] ?? []];
  const step = after.map((value, i) => value - (before[i] ?? Number.NaN));
  const gradient = gradientAt(plan, before);
  const cosine = -dot(step, gradient) / Math.hypot(...step) / Math.hypot(...gradient);
  return (180 / Math.PI) * Math.acos(Math.max(-1, Math.min(1, cosine)));
}
