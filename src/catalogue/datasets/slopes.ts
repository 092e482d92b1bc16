import type { Chance, Dataset, SettingValues } from '../types';

/**
 * Samples of a quadratic that agree about its curvature and not about its slope: noise*n, n normal, then shifted and scaled
 * so that over these samples its mean is exactly 0 and its standard deviation exactly `noise`, in every dimension.
 *
 * @param settings samples, curvature1, curvature2, noise
 * @returns columns lambda1, n1, lambda2, n2 of as many dimensions as are wanted; a sample is the harder the steeper it is
 */
export function drawSlopes(settings: SettingValues, { normal }: Chance): Dataset {
  const { samples: size = 0, noise = Number.NaN, dimensions = 0 } = settings;
  const slopes = Array.from({ length: dimensions }, () => new Float64Array(size));
  for (let i = 0; i < size; i += 1) for (const slope of slopes) slope[i] = normal();
  const exact = slopes.map((slope) => withDeviation(slope, noise));
  const columns = exact.flatMap((slope, k) => [
    new Float64Array(size).fill(settings[`curvature${k + 1}`] ?? Number.NaN),
    slope,
  ]);
  return {
    columns,
    size,
    difficulty: Float64Array.from({ length: size }, (_, i) =>
      Math.hypot(...exact.map((slope) => slope[i] ?? Number.NaN)),
    ),
  };
}

/** The numbers with mean 0 and this standard deviation. */
function withDeviation(values: Float64Array, deviation: number): Float64Array {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return values.map((value) => (deviation * (value - mean)) / Math.sqrt(variance));
}
