import type { PauseSignal } from '../common/slice';

/** An eigenvalue of a symmetric matrix with its eigenvector, of length 1. */
export interface Eigenpair {
  readonly value: number;
  readonly vector: readonly number[];
}

/** Convergence takes a handful of sweeps; this many mean that it never comes. */
const MAX_SWEEPS = 60;

/**
 * All eigenvalues of a symmetric matrix, largest first, by Jacobi's rotations until the entries off the diagonal are too
 * small to change the diagonal. Golub & Van Loan, Matrix Computations, 8.5. Null if an entry is not finite.
 */
export function symmetricEigen(matrix: readonly (readonly number[])[]): Eigenpair[] | null {
  if (!matrix.flat().every(Number.isFinite)) return null;
  const n = matrix.length;
  const a = matrix.map((row) => Float64Array.from(row));
  const vectors = matrix.map((_, i) => Float64Array.from({ length: n }, (__, j) => Number(i === j)));
  for (let sweep = 0; sweep < MAX_SWEEPS; sweep += 1) {
    let rotated = false;
    for (let p = 0; p < n; p += 1) {
      for (let q = p + 1; q < n; q += 1) rotated = rotate(a, vectors, p, q) || rotated;
    }
    if (!rotated) break;
  }
  const pairs = a.map((row, i) => ({ value: row[i] as number, vector: vectors.map((v) => v[i] as number) }));
  return pairs.sort((one, other) => other.value - one.value);
}

/** Rotates the plane of axes p and q so that a[p][q] vanishes. False if it is already negligible. */
function rotate(a: readonly Float64Array[], vectors: readonly Float64Array[], p: number, q: number): boolean {
  const at = (i: number, j: number) => a[i]?.[j] as number;
  const off = at(p, q);
  if (off === 0 || (at(p, p) + off === at(p, p) && at(q, q) + off === at(q, q))) return false;
  const tau = (at(q, q) - at(p, p)) / (2 * off);
  const t = (tau >= 0 ? 1 : -1) / (Math.abs(tau) + Math.hypot(1, tau));
  const c = 1 / Math.hypot(1, t);
  const s = t * c;
  const turn = (row: Float64Array) => {
    const [x, y] = [row[p] as number, row[q] as number];
    row[p] = c * x - s * y;
    row[q] = s * x + c * y;
  };
  a.forEach(turn);
  const [rowP, rowQ] = [a[p] as Float64Array, a[q] as Float64Array];
  rowP.forEach((x, j) => {
    const y = rowQ[j] as number;
    rowP[j] = c * x - s * y;
    rowQ[j] = s * x + c * y;
  });
  vectors.forEach(turn);
  return true;
}

/** A symmetric matrix given by its product with a vector. */
export type Operator = (vector: readonly number[]) => number[];

const MAX_ITERATIONS = 20_000;
/** Largest residual |Av - rv|, relative to |r|; it bounds the distance of r from an eigenvalue. */
const RESIDUAL = 1e-6;

/**
 * The largest and the smallest eigenvalue of a symmetric operator by power iteration: first the one of larger magnitude,
 * then, with the spectrum shifted by it, the one at the other end. Null where an iteration does not settle. Yields when it
 * is time to pause.
 */
export function* extremeEigen(
  apply: Operator,
  n: number,
  slice: PauseSignal,
): Generator<void, { readonly largest: Eigenpair; readonly smallest: Eigenpair } | null> {
  const dominant = yield* powerIteration(apply, n, 0, slice);
  const other = dominant && (yield* powerIteration(apply, n, dominant.value, slice));
  if (!dominant || !other) return null;
  return dominant.value >= other.value
    ? { largest: dominant, smallest: other }
    : { largest: other, smallest: dominant };
}

/** The eigenpair whose value is farthest from `shift`. */
function* powerIteration(
  apply: Operator,
  n: number,
  shift: number,
  slice: PauseSignal,
): Generator<void, Eigenpair | null> {
  // A reproducible start that favours no axis: multiples of the golden ratio, modulo 1.
  let vector = unit(Array.from({ length: n }, (_, i) => (((i + 1) * 0.6180339887498949) % 1) - 0.5));
  for (let iteration = 0; iteration < MAX_ITERATIONS; iteration += 1) {
    const image = apply(vector);
    const value = dot(vector, image);
    if (!Number.isFinite(value)) return null;
    const residual = Math.hypot(...image.map((x, i) => x - value * (vector[i] as number)));
    if (residual <= RESIDUAL * Math.max(Math.abs(value), Math.abs(shift))) return { value, vector };
    vector = unit(image.map((x, i) => x - shift * (vector[i] as number)));
    if (slice.isTimeUp()) yield;
  }
  return null;
}

const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, x, i) => sum + x * (b[i] as number), 0);

function unit(vector: readonly number[]): number[] {
  const length = Math.hypot(...vector);
  return vector.map((x) => x / length);
}
