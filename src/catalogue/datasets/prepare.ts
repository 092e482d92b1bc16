import type { Dataset, SettingValues } from '../types';

/** Data as a model reads them: `columns` and `size` are those of the training samples. */
export interface PreparedData extends Dataset {
  /** The held-back samples, on the same scale; null if there are none. */
  readonly validation: Dataset | null;
  /** By which each feature was standardized; null if none was. */
  readonly scales: readonly Scale[] | null;
}

/** The number of training samples among `size` samples: at least one. */
export const trainingSize = (samples: number, { validation: share = 0 }: SettingValues): number =>
  Math.max(1, samples - Math.round(share * samples));

/**
 * Holds the validation samples back and standardizes the features, if the settings say so.
 * @param set features first, the target last
 * @param order indices of the samples, of which the first are trained on; null for the order of the set
 */
export function prepareData(set: Dataset, settings: SettingValues, order: ArrayLike<number> | null): PreparedData {
  const training = trainingSize(set.size, settings);
  const slice = (from: number, to: number): Dataset => ({
    columns: set.columns.map((column) => picked(column, from, to, order)),
    size: to - from,
    ...(set.difficulty && { difficulty: picked(set.difficulty, from, to, order) }),
  });
  const parts = { training: slice(0, training), validation: training < set.size ? slice(training, set.size) : null };
  if (settings.standardize !== 1) return { ...parts.training, validation: parts.validation, scales: null };
  const scales = parts.training.columns.slice(0, -1).map(scaleOf);
  const scaled = (part: Dataset): Dataset => ({
    ...part,
    columns: part.columns.map((column, j) => rescaled(column, scales[j])),
  });
  return { ...scaled(parts.training), validation: parts.validation && scaled(parts.validation), scales };
}

const picked = (column: Float64Array, from: number, to: number, order: ArrayLike<number> | null): Float64Array =>
  order === null
    ? column.slice(from, to)
    : Float64Array.from({ length: to - from }, (_, i) => column[order[from + i] as number] as number);

export interface Scale {
  readonly mean: number;
  readonly deviation: number;
}

/** Mean and standard deviation of the training samples only: training must not depend on held-back ones. A constant feature is divided by 1. */
export function scaleOf(column: Float64Array): Scale {
  const mean = column.reduce((sum, x) => sum + x, 0) / column.length;
  const deviation = Math.sqrt(column.reduce((sum, x) => sum + (x - mean) ** 2, 0) / column.length);
  return { mean, deviation: deviation > 0 ? deviation : 1 };
}

/** Only features are standardized, not the target. */
const rescaled = (column: Float64Array, scale: Scale | undefined): Float64Array =>
  scale ? column.map((x) => (x - scale.mean) / scale.deviation) : column;
