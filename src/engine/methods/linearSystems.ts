import { cholesky } from '../loss/cholesky';
import type { Vector } from './types';

/**
 * The solution of A x = b by Gaussian elimination with partial pivoting: Golub & Van Loan, Matrix Computations, 3.4. Null if
 * a pivot is 0 or no finite number, or if the solution is beyond the range of float64.
 */
export function solved(matrix: readonly Vector[], b: Vector): number[] | null {
  const rows = matrix.map((row, i) => [...row, b[i] as number]);
  const n = rows.length;
  const at = (i: number, j: number) => rows[i]?.[j] as number;
  for (let k = 0; k < n; k += 1) {
    let pivot = k;
    for (let i = k + 1; i < n; i += 1) if (Math.abs(at(i, k)) > Math.abs(at(pivot, k))) pivot = i;
    [rows[k], rows[pivot]] = [rows[pivot] as number[], rows[k] as number[]];
    if (at(k, k) === 0 || !Number.isFinite(at(k, k))) return null;
    for (let i = k + 1; i < n; i += 1) {
      const factor = at(i, k) / at(k, k);
      for (let j = k; j <= n; j += 1) (rows[i] as number[])[j] = at(i, j) - factor * at(k, j);
    }
  }
  const x = new Array<number>(n).fill(0);
  for (let i = n - 1; i >= 0; i -= 1) {
    let sum = at(i, n);
    for (let j = i + 1; j < n; j += 1) sum -= at(i, j) * (x[j] as number);
    x[i] = sum / at(i, i);
  }
  return x.every(Number.isFinite) ? x : null;
}

/** Whether a symmetric matrix is positive definite: whether Cholesky's factorization exists in float64. */
export const isPositiveDefinite = (matrix: readonly Vector[]): boolean =>
  cholesky(
    matrix,
    matrix.map(() => 0),
  ) !== null;
