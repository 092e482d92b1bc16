import type { RandomSource, Dataset, SettingValues } from '../types';

/**
 * Samples of a quadratic with the same curvature and different slopes. The slopes are noise*n, n normal, shifted and scaled
 * so that in every dimension their mean over the samples is exactly 0 and their standard deviation exactly `noise`.
 *
 * @param settings samples, curvature1, curvature2, noise
 * @returns columns lambda1, n1, lambda2, n2 for as many dimensions as were asked for; a sample is harder the steeper it is
 */
export function sampleSlopes(settings: SettingValues, { normal }: RandomSource): Dataset {
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

/** The numbers shifted and scaled to mean 0 and this standard deviation. */
function withDeviation(values: Float64Array, deviation: number): Float64Array {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return values.map((value) => (deviation * (value - mean)) / Math.sqrt(variance));
}
