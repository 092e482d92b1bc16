import type { RandomSource, Dataset, LocalName, SettingValues } from '../types';

/** A function on [-1, 1] that a model is to recover from samples. */
interface Curve {
  readonly name: LocalName;
  readonly at: (x: number) => number;
}

export const sine: Curve = { name: { en: 'sine', zh: '正弦' }, at: (x) => Math.sin(Math.PI * x) };

/** In the order of the list on the page: a setting names one by its index here. */
export const curves: readonly [Curve, ...Curve[]] = [
  sine,
  { name: { en: 'step', zh: '阶跃' }, at: (x) => (x < 0 ? -1 : 1) },
  { name: { en: 'bump', zh: '凸起' }, at: (x) => Math.exp(-20 * x * x) },
];

/**
 * Samples of y = f(x) + noise*n, x uniform on [-1, 1] and n standard normal. Sampled in the order of the samples, and n even if `noise`
 * is 0: see sampleLinear.
 *
 * @param settings samples, noise (a standard deviation)
 * @returns columns x, y; a sample is harder the more noise its target has
 */
export function sampleCurve({ at }: Curve, settings: SettingValues, { uniform, normal }: RandomSource): Dataset {
  const { samples: size = 0, noise = Number.NaN } = settings;
  const x = new Float64Array(size);
  const y = new Float64Array(size);
  const difficulty = new Float64Array(size);
  for (let i = 0; i < size; i += 1) {
    const position = 2 * uniform() - 1;
    const error = normal();
    x[i] = position;
    y[i] = at(position) + noise * error;
    difficulty[i] = Math.abs(error);
  }
  return { columns: [x, y], size, difficulty };
}
