import type { Scale } from '../../catalogue';

/** The samples of a data problem, by column: the features, then the target. */
export interface SampleColumns {
  readonly training: readonly Float64Array[];
  /** The held-back samples; null if there are none. */
  readonly validation: readonly Float64Array[] | null;
  /** By which each feature was standardized; null if none was. */
  readonly scales: readonly Scale[] | null;
}
