import type { RandomSource, Dataset } from '../types';

/**
 * Samples of y = weight1*x1 + weight2*x2 + bias + noise*n, with x1, x2 and n standard normal.
 * Numbers are sampled in the order of the samples, and n even if `noise` is 0: a larger number of samples does not change
 * the first ones, and another noise, weight or bias does not change the features.
 * The second feature is then multiplied by `scale`, as if measured in smaller units: the weight of the best fit becomes
 * weight2/scale.
 *
 * @param settings samples, weight1, weight2, bias, noise (a standard deviation), scale
 * @returns columns x1, x2, y; a sample is harder the more noise its target has
 */
export function sampleLinear(settings: Readonly<Record<string, number>>, { normal }: RandomSource): Dataset {
  const {
    samples: size = 0,
    weight1 = Number.NaN,
    weight2 = Number.NaN,
    bias = Number.NaN,
    noise = Number.NaN,
    scale = 1,
  } = settings;
  const x1 = new Float64Array(size);
  const x2 = new Float64Array(size);
  const y = new Float64Array(size);
  const difficulty = new Float64Array(size);
  for (let i = 0; i < size; i += 1) {
    const first = normal();
    const second = normal();
    x1[i] = first;
    x2[i] = scale * second;
    const error = normal();
    y[i] = weight1 * first + weight2 * second + bias + noise * error;
    difficulty[i] = Math.abs(error);
  }
  return { columns: [x1, x2, y], size, difficulty };
}
