import { symmetricEigen } from '../loss/eigen';
import type { Direction } from './types';

/**
 * The two directions in which a path varies most: orthogonal eigenvectors of the covariance of its points, the one of
 * larger variance first. A direction is signed so that the path starts at a coordinate below 0 or, if it starts at 0, so
 * that its largest component is positive. Null for fewer than two parameters, for a path that does not move, and if the
 * squares of its numbers overflow.
 * @param params rows x parameters, row by row, all finite
 * @param rows how many of the first rows make the path
 */
export function principalDirections(
  params: Float64Array,
  rows: number,
  parameters: number,
): readonly [Direction, Direction] | null {
  const centre = meanOf(params, rows, parameters);
  const covariance = covarianceOf(params, rows, centre);
  const total = covariance.reduce((sum, row, i) => sum + (row[i] as number), 0);
  const pairs = total > 0 ? symmetricEigen(covariance) : null;
  const [first, second] = (pairs ?? []).map(({ value, vector }): Direction => ({
    unit: signed(vector, params, centre),
    centre,
    // Rounding may make a variance of 0 slightly negative.
    share: Math.max(0, value) / total,
  }));
  return first && second ? [first, second] : null;
}

function meanOf(params: Float64Array, rows: number, parameters: number): number[] {
  const sums = new Float64Array(parameters);
  for (let row = 0; row < rows; row += 1) {
    for (let i = 0; i < parameters; i += 1) sums[i] = (sums[i] as number) + (params[row * parameters + i] as number);
  }
  return Array.from(sums, (sum) => sum / rows);
}

function covarianceOf(params: Float64Array, rows: number, centre: readonly number[]): number[][] {
  const n = centre.length;
  const sums = centre.map(() => new Float64Array(n));
  const deviation = new Float64Array(n);
  for (let row = 0; row < rows; row += 1) {
    for (let i = 0; i < n; i += 1) deviation[i] = (params[row * n + i] as number) - (centre[i] as number);
    sums.forEach((sum, i) => {
      const d = deviation[i] as number;
      for (let j = i; j < n; j += 1) sum[j] = (sum[j] as number) + d * (deviation[j] as number);
    });
  }
  return sums.map((_, i) =>
    Array.from({ length: n }, (__, j) => ((sums[Math.min(i, j)] as Float64Array)[Math.max(i, j)] as number) / rows),
  );
}

/** A start coordinate below this share of the start's distance from the mean may be rounding, and does not decide the sign. */
const SIGN_TOLERANCE = 1e-6;

function signed(vector: readonly number[], params: Float64Array, centre: readonly number[]): readonly number[] {
  const fromCentre = centre.map((c, i) => (params[i] as number) - c);
  const start = vector.reduce((sum, u, i) => sum + u * (fromCentre[i] as number), 0);
  const largest = vector.reduce((most, u) => (Math.abs(u) > Math.abs(most) ? u : most), 0);
  const isReversed = Math.abs(start) > SIGN_TOLERANCE * Math.hypot(...fromCentre) ? start > 0 : largest < 0;
  return isReversed ? vector.map((u) => -u) : vector;
}
