import type { Chance, Dataset } from '../types';

/**
 * Samples of y = weight1*x1 + weight2*x2 + bias + noise*n, with x1, x2 and n standard normal.
 * Drawn sample by sample, and n is drawn even where `noise` is 0: more samples leave the first ones as they were,
 * and another noise, weight or bias leaves the features as they were.
 * The second feature is then measured in other units, `scale` of which make one of the old: the line that fits y best has
 * weight2/scale there.
 *
 * @param settings samples, weight1, weight2, bias, noise (a standard deviation), scale
 * @returns columns x1, x2, y; a sample is the harder the more noise its target has
 */
export function drawLinear(settings: Readonly<Record<string, number>>, { normal }: Chance): Dataset {
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
