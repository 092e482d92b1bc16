import { Code, hessianOf, type LossProgram, type NodeId } from '../../formula';
import { runToEnd, NEVER_PAUSE, type PauseSignal } from '../common/slice';
import { LossEvaluator } from './evaluator';
import { evaluationsOf, fillOtherInputs, type LossSource } from './source';

/** How a training loop changes a loss: it adds `penalty`/2 |theta|^2, and only the `free` parameters move. */
export interface ModifiedLoss {
  readonly penalty: number;
  /** Indices of the parameters that move; null for all. */
  readonly free: readonly number[] | null;
}

/** No penalty and no frozen parameters. */
export const UNMODIFIED: ModifiedLoss = { penalty: 0, free: null };

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
 * definite (found by Cholesky's factorization).
 */
export const minimumByNewtonStep = (source: LossSource, point: ArrayLike<number>): number[] | null =>
  runToEnd(minimumByNewtonStepInSlices(source, point, NEVER_PAUSE));

/** The same as a generator that yields when it is time to pause. */
export function* minimumByNewtonStepInSlices(
  source: LossSource,
  point: ArrayLike<number>,
  slice: PauseSignal,
  { penalty, free }: ModifiedLoss = UNMODIFIED,
): Generator<void, number[] | null> {
  const gradient = Array.from(yield* new LossEvaluator(source, 'float64').fullGradientInSlices(point, slice));
  const hessian = yield* hessianInSlices(source, point, slice);
  const moving = free ?? gradient.map((_, i) => i);
  const factor = cholesky(moving.map((i) => moving.map((j) => (hessian[i]?.[j] as number) + (i === j ? penalty : 0))));
  if (!factor || !gradient.every(Number.isFinite)) return null;
  const step = solve(
    factor,
    moving.map((i) => (gradient[i] as number) + penalty * (point[i] as number)),
  );
  const next = Array.from(point);
  moving.forEach((i, k) => (next[i] = (point[i] as number) - (step[k] as number)));
  return next;
}

/** Lower factor of a positive definite matrix, or null. Golub & Van Loan, Matrix Computations, 4.2. */
function cholesky(matrix: readonly (readonly number[])[]): number[][] | null {
  const lower: number[][] = matrix.map(() => []);
  for (let i = 0; i < matrix.length; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      let sum = matrix[i]?.[j] as number;
      for (let k = 0; k < j; k += 1) sum -= (lower[i]?.[k] as number) * (lower[j]?.[k] as number);
      if (i === j && !(sum > 0)) return null;
      (lower[i] as number[])[j] = i === j ? Math.sqrt(sum) : sum / (lower[j]?.[j] as number);
    }
  }
  return lower;
}

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
