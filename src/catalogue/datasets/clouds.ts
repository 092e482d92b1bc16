import type { RandomSource, Dataset, SettingValues } from '../types';

/**
 * Two classes in the plane: normal clouds with variance 1 along each feature, whose means lie `separation` apart along the
 * diagonal and opposite each other about the origin. Samples alternate between the classes, so that each has half of them. The log-odds
 * of class 1 are separation/sqrt(2)*(x1 + x2), by Bayes' rule. The second feature is then multiplied by `scale`.
 *
 * @param settings samples, separation, scale
 * @returns columns x1, x2 and y, the class; a sample is harder the farther it lies on the other class's side
 */
export function sampleClouds(settings: SettingValues, { normal }: RandomSource): Dataset {
  const { samples: size = 0, separation = Number.NaN, scale = Number.NaN } = settings;
  const x1 = new Float64Array(size);
  const x2 = new Float64Array(size);
  const y = new Float64Array(size);
  const difficulty = new Float64Array(size);
  for (let i = 0; i < size; i += 1) {
    const side = i % 2 === 0 ? -1 : 1;
    const mean = (side * separation) / 2 / Math.SQRT2;
    const first = mean + normal();
    const second = mean + normal();
    x1[i] = first;
    x2[i] = scale * second;
    y[i] = i % 2;
    difficulty[i] = -side * (first + second);
  }
  return { columns: [x1, x2, y], size, difficulty };
}
