import type { Chance, Dataset, LocalName, SettingValues } from '../types';

/** A function of one number from -1 to 1, to be found again from samples. */
interface Curve {
  readonly name: LocalName;
  readonly at: (x: number) => number;
}

export const sine: Curve = { name: { en: 'sine', zh: '正弦' }, at: (x) => Math.sin(Math.PI * x) };

/** In the order in which they are offered: a setting names one by its place here. */
export const curves: readonly [Curve, ...Curve[]] = [
  sine,
  { name: { en: 'step', zh: '阶跃' }, at: (x) => (x < 0 ? -1 : 1) },
  { name: { en: 'bump', zh: '凸起' }, at: (x) => Math.exp(-20 * x * x) },
];

/**
 * Samples of y = f(x) + noise*n, x uniform on [-1, 1] and n standard normal. Drawn sample by sample, and n also where `noise`
 * is 0: see drawLinear.
 *
 * @param settings samples, noise (a standard deviation)
 * @returns columns x, y; a sample is the harder the more noise its target has
 */
export function drawCurve({ at }: Curve, settings: SettingValues, { uniform, normal }: Chance): Dataset {
  const { samples: size = 0, noise = Number.NaN } = settings;
  const x = new Float64Array(size);
  const y = new Float64Array(size);
  const difficulty = new Float64Array(size);
  for (let i = 0; i < size; i += 1) {
    const place = 2 * uniform() - 1;
    const error = normal();
    x[i] = place;
    y[i] = at(place) + noise * error;
    difficulty[i] = Math.abs(error);
  }
  return { columns: [x, y], size, difficulty };
}
