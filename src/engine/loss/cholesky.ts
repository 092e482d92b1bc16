/**
 * Lower factor of a positive definite matrix. Golub & Van Loan, Matrix Computations, 4.2.
 * @returns null if the pivot of a row is not above its `level`
 */
export function cholesky(matrix: readonly (readonly number[])[], level: readonly number[]): number[][] | null {
  const lower: number[][] = matrix.map(() => []);
  for (let i = 0; i < matrix.length; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      let sum = matrix[i]?.[j] as number;
      for (let k = 0; k < j; k += 1) sum -= (lower[i]?.[k] as number) * (lower[j]?.[k] as number);
      if (i === j && !(sum > (level[i] as number))) return null;
      (lower[i] as number[])[j] = i === j ? Math.sqrt(sum) : sum / (lower[j]?.[j] as number);
    }
  }
  return lower;
}
