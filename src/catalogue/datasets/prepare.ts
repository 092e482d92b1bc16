import type { Dataset, SettingValues } from '../types';

/** Data as a model meets them: `columns` and `size` are of what it is trained on. */
export interface PreparedData extends Dataset {
  /** The samples that were kept back, on the same scale; null where there are none. */
  readonly validation: Dataset | null;
}

/** How many of so many samples are trained on: at least one. */
export const trainingSize = (samples: number, { validation: share = 0 }: SettingValues): number =>
  Math.max(1, samples - Math.round(share * samples));

/**
 * Keeps the validation part back and standardizes the features, as far as the settings say.
 * @param set features first, the target last
 * @param order indices of the samples, of which the first are trained on; null: as they come
 */
export function prepareData(set: Dataset, settings: SettingValues, order: ArrayLike<number> | null): PreparedData {
  const training = trainingSize(set.size, settings);
  const pick = (from: number, to: number): Dataset => ({
    columns: set.columns.map((column) => picked(column, from, to, order)),
    size: to - from,
    ...(set.difficulty && { difficulty: picked(set.difficulty, from, to, order) }),
  });
  const parts = { training: pick(0, training), validation: training < set.size ? pick(training, set.size) : null };
  if (settings.standardize !== 1) return { ...parts.training, validation: parts.validation };
  const scales = parts.training.columns.slice(0, -1).map(scaleOf);
  const scaled = (part: Dataset): Dataset => ({
    ...part,
    columns: part.columns.map((column, j) => rescaled(column, scales[j])),
  });
  return { ...scaled(parts.training), validation: parts.validation && scaled(parts.validation) };
}

const picked = (column: Float64Array, from: number, to: number, order: ArrayLike<number> | null): Float64Array =>
  order === null
    ? column.slice(from, to)
    : Float64Array.from({ length: to - from }, (_, i) => column[order[from + i] as number] as number);

export interface Scale {
  readonly mean: number;
  readonly deviation: number;
}

/** Of the training part alone: what was kept back must not be known in training. A feature that never changes keeps its size. */
export function scaleOf(column: Float64Array): Scale {
  const mean = column.reduce((sum, x) => sum + x, 0) / column.length;
  const deviation = Math.sqrt(column.reduce((sum, x) => sum + (x - mean) ** 2, 0) / column.length);
  return { mean, deviation: deviation > 0 ? deviation : 1 };
}

/** The target has no scale of its own here. */
const rescaled = (column: Float64Array, scale: Scale | undefined): Float64Array =>
  scale ? column.map((x) => (x - scale.mean) / scale.deviation) : column;
