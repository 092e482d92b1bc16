import type { Chance, Dataset } from '../types';

/**
 * Samples of y = weight1*x1 + weight2*x2 + bias + noise*n, with x1, x2 and n standard normal.
 * Drawn sample by sample, and n is drawn even where `noise` is 0: more samples leave the first ones as they were,
 * and another noise, weight or bias leaves the features as they were.
 *
 * @param settings samples, weight1, weight2, bias, noise (a standard deviation)
 * @returns columns x1, x2, y
 */
export function drawLinear(settings: Readonly<Record<string, number>>, { normal }: Chance): Dataset {
  const { samples: size = 0, weight1 = Number.NaN, weight2 = Number.NaN, bias = Number.NaN, noise = Number.NaN } = settings;
  const x1 = new Float64Array(size);
  const x2 = new Float64Array(size);
  const y = new Float64Array(size);
  for (let i = 0; i < size; i += 1) {
    const first = normal();
    const second = normal();
    x1[i] = first;
    x2[i] = second;
    y[i] = weight1 * first + weight2 * second + bias + noise * normal();
  }
  return { columns: [x1, x2, y], size };
}
