/** Convergence takes a handful of sweeps; this many mean that it never comes. */
const MAX_SWEEPS = 60;

/**
 * The singular values of a matrix, largest first, by one-sided Jacobi rotations: columns are turned in pairs until all are orthogonal,
 * and their lengths are the singular values. Small ones keep their digits. Golub & Van Loan, Matrix Computations, 8.6.3.
 * @param entries row by row
 * @returns as many as the smaller of rows and columns; null if an entry is not finite
 */
export function singularValues(entries: ArrayLike<number>, rows: number, columns: number): number[] | null {
  const all = Array.from(entries);
  if (!all.every(Number.isFinite)) return null;
  // Of a wide matrix the rows are turned: there are fewer of them.
  const isWide = columns > rows;
  const vectors = Array.from({ length: Math.min(rows, columns) }, (_, k) =>
    Float64Array.from({ length: Math.max(rows, columns) }, (__, i) =>
      Number(isWide ? all[k * columns + i] : all[i * columns + k]),
    ),
  );
  for (let sweep = 0; sweep < MAX_SWEEPS; sweep += 1) {
    let isRotated = false;
    vectors.forEach((one, p) => {
      for (const other of vectors.slice(p + 1)) isRotated = rotate(one, other) || isRotated;
    });
    if (!isRotated) break;
  }
  return vectors.map((vector) => Math.hypot(...vector)).sort((a, b) => b - a);
}

/** Turns two vectors in their plane so that they are orthogonal. False if they are already, but for rounding. */
function rotate(one: Float64Array, other: Float64Array): boolean {
  const inner = (a: Float64Array, b: Float64Array) => a.reduce((sum, x, i) => sum + x * Number(b[i]), 0);
  const [alpha, beta, gamma] = [inner(one, one), inner(other, other), inner(one, other)];
  if (Math.abs(gamma) <= Number.EPSILON * Math.sqrt(alpha * beta)) return false;
  const zeta = (beta - alpha) / (2 * gamma);
  const t = (zeta >= 0 ? 1 : -1) / (Math.abs(zeta) + Math.hypot(1, zeta));
  const c = 1 / Math.hypot(1, t);
  const s = c * t;
  one.forEach((x, i) => {
    const y = Number(other[i]);
    one[i] = c * x - s * y;
    other[i] = s * x + c * y;
  });
  return true;
}
