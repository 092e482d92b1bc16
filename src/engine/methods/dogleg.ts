import { isPositiveDefinite, solved } from './linearSystems';
import type { Algorithm, Trial, Vector } from './types';
import { applied, dot, isFiniteVector, isFiniteMatrix, largest, norm, plus, times } from './vectors';
import { setting } from './setting';

/** A step within a trust region. */
interface Step {
  readonly by: Vector;
  readonly isAtEdge: boolean;
  readonly move: 'full' | 'dogleg' | 'cauchy';
}

/** The step along the dogleg, from the steepest descent's minimum of the model to Newton's: (4.16). */
function doglegStep(gradient: Vector, hessian: readonly Vector[], newton: Vector, radius: number): Step {
  if (norm(newton) < radius) return { by: newton, isAtEdge: false, move: 'full' };
  const curvature = dot(gradient, applied(hessian, gradient));
  const cauchy = times(-dot(gradient, gradient) / curvature, gradient);
  const length = norm(cauchy);
  if (length >= radius) return { by: times(radius / length, cauchy), isAtEdge: true, move: 'cauchy' };
  const along = plus(newton, -1, cauchy);
  return { by: plus(cauchy, edgeAlong(cauchy, along, radius), along), isAtEdge: true, move: 'dogleg' };
}

/** The positive t at which |z + t d| is the radius; the root of the quadratic that does not cancel. */
function edgeAlong(z: Vector, d: Vector, radius: number): number {
  const [a, b, c] = [dot(d, d), 2 * dot(z, d), dot(z, z) - radius ** 2];
  const root = Math.sqrt(b * b - 4 * a * c);
  const sum = b + (b < 0 ? -root : root);
  return Math.max(-sum / (2 * a), (-2 * c) / sum);
}

/**
 * The trust region method with the dogleg, and with the exact Hessian, which must be positive definite: Nocedal & Wright,
 * Numerical Optimization (2nd ed.), Algorithm 4.1 and (4.16), in the same steps as scipy.
 */
export const dogleg: Algorithm = function* ({ value, gradient: gradientAt, hessian: hessianAt }, start, hyper) {
  const [maxRadius, accept, gtol] = [setting(hyper, 'maxRadius'), setting(hyper, 'accept'), setting(hyper, 'gtol')];
  let point: Vector = start;
  let loss = value(point);
  let gradient = gradientAt(point);
  let hessian: readonly Vector[] | null = null;
  let radius = setting(hyper, 'radius');
  yield { point, trials: [] };
  for (;;) {
    if (!Number.isFinite(loss) || !isFiniteVector(gradient)) return 'undefined';
    if (largest(gradient) <= gtol) return 'gradient';
    hessian ??= hessianAt(point);
    if (!isFiniteMatrix(hessian)) return 'undefined';
    const inverse = isPositiveDefinite(hessian) ? solved(hessian, gradient) : null;
    if (!inverse) return 'indefinite';
    const { by, isAtEdge, move } = doglegStep(gradient, hessian, times(-1, inverse), radius);
    const to = plus(point, 1, by);
    const there = value(to);
    const foreseen = -dot(gradient, by) - 0.5 * dot(by, applied(hessian, by));
    const trial = { point: to, loss: there, length: norm(by), move };
    if (!(foreseen > 0)) {
      yield { point, trials: [{ ...trial, verdict: 'badModel' }], radius };
      return 'noStep';
    }
    const ratio = (loss - there) / foreseen;
    const within = radius;
    if (!(ratio >= 0.25)) radius *= 0.25;
    else if (ratio > 0.75 && isAtEdge) radius = Math.min(2 * radius, maxRadius);
    const isTaken = ratio > accept;
    if (isTaken) {
      [point, loss, hessian] = [to, there, null];
      gradient = gradientAt(point);
    }
    const trials: Trial[] = [{ ...trial, verdict: isTaken ? 'accepted' : 'badModel' }];
    yield { point, trials, radius: within };
    if (!isTaken && (radius === 0 || point.every((x, i) => x === to[i]))) return 'noStep';
  }
};
