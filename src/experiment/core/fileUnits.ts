import type { Scale } from '../../catalogue';
import type { UserData } from './types';

/** Weights for every feature and a bias, on which the output of a linear or logistic regression depends. */
export interface AffineWeights {
  readonly weights: readonly number[];
  readonly bias: number;
}

/**
 * The same weights in the units of the user's file.
 *
 * @param scales by which the features were standardized; null if they were not
 * @param divisors by which the columns of the file were divided, the target's last
 */
export function weightsInFileUnits(
  { weights, bias }: AffineWeights,
  scales: readonly Scale[] | null,
  divisors: UserData['divisors'],
): AffineWeights {
  // z = (x/d - mean)/deviation, and the target of the file is y times its divisor.
  const target = divisors?.[weights.length] ?? 1;
  const slopes = weights.map((weight, j) => weight / (scales?.[j]?.deviation ?? 1));
  const offset = slopes.reduce((sum, slope, j) => sum + slope * (scales?.[j]?.mean ?? 0), 0);
  return { weights: slopes.map((slope, j) => (slope * target) / (divisors?.[j] ?? 1)), bias: (bias - offset) * target };
}
