import { Code, hessianOf, type LossProgram, type NodeId } from '../../formula';
import { runToEnd, NEVER_PAUSE, type PauseSignal } from '../common/slice';
import { LossEvaluator } from './evaluator';
import { cholesky } from './cholesky';
import { evaluationsOf, fillOtherInputs, type LossSource } from './source';

/** How a training loop changes a loss: it adds `penalty`/2 |theta|^2, and only the `free` parameters move. */
export interface ModifiedLoss {
  readonly penalty: number;
  /** Indices of the parameters that move; null for all. */
  readonly free: readonly number[] | null;
}

/** Indices of the parameters that move, of `count`. */
export const movingOf = (free: ModifiedLoss['free'], count: number): readonly number[] =>
  free ?? Array.from({ length: count }, (_, i) => i);

/** No penalty and no frozen parameters. */
export const UNMODIFIED: ModifiedLoss = { penalty: 0, free: null };

/**
 * A curvature is 0 if rounding alone could make it: if it is below this many units in the last place of the numbers that it
 * was computed from, for each parameter and each sample. A valley with a level floor has such a curvature along the floor.
 */
const LEVEL_ULPS = 16;

/** Curvatures below this share of the numbers that they were computed from are 0 up to rounding. */
export const levelShare = (source: LossSource): number =>
  LEVEL_ULPS * Number.EPSILON * (source.loss.parameters.length + evaluationsOf(source));

/** A program for the Hessian of a loss: its lower triangle, row by row. */
interface HessianProgram {
  readonly triangle: readonly NodeId[];
  readonly code: Code;
}

const hessianPrograms = new WeakMap<LossProgram, HessianProgram>();

function hessianProgramOf(loss: LossProgram): HessianProgram {
  const cached = hessianPrograms.get(loss);
  if (cached) return cached;
  const triangle = hessianOf(loss).flatMap((row, i) => row.slice(0, i + 1));
  const made = { triangle, code: new Code(loss.graph, [triangle]) };
  hessianPrograms.set(loss, made);
  return made;
}

/** The exact Hessian of the full loss at a point, row by row, in float64. */
export const hessianAt = (source: LossSource, point: ArrayLike<number>): number[][] =>
  runToEnd(hessianInSlices(source, point, NEVER_PAUSE));

/** The same as a generator that yields when it is time to pause. */
export function* hessianInSlices(
  source: LossSource,
  point: ArrayLike<number>,
  slice: PauseSignal,
): Generator<void, number[][]> {
  const { loss } = source;
  const { triangle, code } = hessianProgramOf(loss);
  const registers = code.registers('float64');
  loss.parameters.forEach((name, i) => (registers[loss.graph.input(name)] = point[i] as number));
  const fill = fillOtherInputs(source, registers);
  const evaluations = evaluationsOf(source);
  const sum = new Float64Array(triangle.length);
  for (let evaluation = 0; evaluation < evaluations; evaluation += 1) {
    fill(evaluation);
    code.run(registers);
    for (let k = 0; k < sum.length; k += 1)
      sum[k] = (sum[k] as number) + (registers[triangle[k] as number] as number) / evaluations;
    // Reading the clock for every sample would take too long.
    if (evaluation % 32 === 0 && slice.isTimeUp()) yield;
  }
  const at = (i: number, j: number) => sum[(i * (i + 1)) / 2 + j] as number;
  return loss.parameters.map((_, i) => loss.parameters.map((__, j) => (i < j ? at(j, i) : at(i, j))));
}

/**
 * The minimum that one Newton step from `point` reaches; exact for a quadratic. Null if the Hessian there is not positive
 * definite (found by Cholesky's factorization): at a saddle, and where the loss is level along a direction, up to rounding.
 */
export const minimumByNewtonStep = (source: LossSource, point: ArrayLike<number>): number[] | null =>
  runToEnd(minimumByNewtonStepInSlices(source, point, NEVER_PAUSE));

/** The same as a generator that yields when it is time to pause. */
function* minimumByNewtonStepInSlices(
  source: LossSource,
  point: ArrayLike<number>,
  slice: PauseSignal,
  modifiedLoss: ModifiedLoss = UNMODIFIED,
): Generator<void, number[] | null> {
  const { newton } = yield* newtonStepInSlices(source, point, slice, modifiedLoss);
  return newton && Array.from(point, (x, i) => x + (newton[i] as number));
}

/**
 * The gradient at a point and Newton's step from it, of a modified loss; both are 0 along frozen parameters. The step is
 * null where the Hessian is not positive definite. Yields when it is time to pause.
 */
export function* newtonStepInSlices(
  source: LossSource,
  point: ArrayLike<number>,
  slice: PauseSignal,
  { penalty, free }: ModifiedLoss = UNMODIFIED,
): Generator<void, { readonly gradient: number[]; readonly newton: number[] | null }> {
  const full = Array.from(yield* new LossEvaluator(source, 'float64').fullGradientInSlices(point, slice));
  const hessian = yield* hessianInSlices(source, point, slice);
  const moving = movingOf(free, full.length);
  const matrix = moving.map((i) => moving.map((j) => (hessian[i]?.[j] as number) + (i === j ? penalty : 0)));
  const factor = cholesky(matrix, levelPivots(source, matrix));
  const slopes = moving.map((i) => (full[i] as number) + penalty * (point[i] as number));
  const gradient = full.map(() => 0);
  moving.forEach((i, k) => (gradient[i] = slopes[k] as number));
  if (!factor || !full.every(Number.isFinite)) return { gradient, newton: null };
  const step = solve(factor, slopes);
  const newton = full.map(() => 0);
  moving.forEach((i, k) => (newton[i] = -(step[k] as number)));
  return { gradient, newton };
}

const NEWTON_STEPS = 50;
/** From near a minimum with a curvature fewer steps than these suffice; more mean that the curvature vanishes at the end. */
const REGULAR_STEPS = 10;
/** Relative length of a Newton step after which only rounding is left: the error is squared at every step. */
const SETTLED = 1e-8;

/**
 * The minimum that Newton's method converges to from a point; null if a Hessian on the way is not positive definite or it
 * does not converge. Where the loss is flatter than a parabola, as (x - 3)^4, one step falls short of the minimum.
 * @param within null as soon as the method is farther than this from `point`
 */
export function* newtonMinimumInSlices(
  source: LossSource,
  point: ArrayLike<number>,
  slice: PauseSignal,
  modifiedLoss: ModifiedLoss = UNMODIFIED,
  within = Infinity,
): Generator<void, number[] | null> {
  let at: ArrayLike<number> = point;
  for (let step = 0; step < NEWTON_STEPS; step += 1) {
    const next = yield* minimumByNewtonStepInSlices(source, at, slice, modifiedLoss);
    if (!next?.every(Number.isFinite) || distance(next, point) > within) return null;
    if (distance(next, at) <= SETTLED * Math.max(Math.hypot(...next), within === Infinity ? 0 : within))
      return step >= REGULAR_STEPS && fallsBeyond(source, point, next) ? null : next;
    at = next;
  }
  return null;
}

/**
 * Whether the loss goes on falling beyond the point that Newton's method converges to. That of x^3 does beyond 0, where the
 * curvature vanishes, although it is positive all the way from the right.
 */
function fallsBeyond(source: LossSource, from: ArrayLike<number>, to: readonly number[]): boolean {
  const evaluator = new LossEvaluator(source, 'float64');
  return evaluator.lossAt(to.map((x, i) => 2 * x - (from[i] as number))) < evaluator.lossAt(to);
}

/** The same at once. */
export const newtonMinimum = (source: LossSource, point: ArrayLike<number>, within: number): number[] | null =>
  runToEnd(newtonMinimumInSlices(source, point, NEVER_PAUSE, UNMODIFIED, within));

const distance = (a: ArrayLike<number>, b: ArrayLike<number>): number =>
  Math.hypot(...Array.from(a, (x, i) => x - (b[i] as number)));

/**
 * The largest pivot of each row that rounding alone could leave. The parameters of a function are of similar scale, so
 * rounding of the largest curvature may appear in all others. The features of a data set may have any units: there, a row
 * is compared with its own diagonal.
 */
function levelPivots(source: LossSource, matrix: readonly (readonly number[])[]): number[] {
  const diagonal = matrix.map((row, i) => Math.abs(row[i] as number));
  const least = source.kind === 'function' ? Math.max(...diagonal) : 0;
  return diagonal.map((value) => levelShare(source) * Math.max(value, least));
}

/** Whether a Hessian is positive definite, by more than rounding. */
export const isPositiveDefinite = (source: LossSource, hessian: readonly (readonly number[])[]): boolean =>
  cholesky(hessian, levelPivots(source, hessian)) !== null;

/** Solves L Lᵀ x = b by substitution forwards and backwards. */
function solve(lower: readonly (readonly number[])[], b: readonly number[]): number[] {
  const x = [...b];
  const at = (i: number, j: number) => lower[i]?.[j] as number;
  for (let i = 0; i < x.length; i += 1) {
    for (let k = 0; k < i; k += 1) x[i] = (x[i] as number) - at(i, k) * (x[k] as number);
    x[i] = (x[i] as number) / at(i, i);
  }
  for (let i = x.length - 1; i >= 0; i -= 1) {
    for (let k = i + 1; k < x.length; k += 1) x[i] = (x[i] as number) - at(k, i) * (x[k] as number);
    x[i] = (x[i] as number) / at(i, i);
  }
  return x;
}
