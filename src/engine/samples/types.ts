/** The samples of a data problem, by column: the features, then the target. */
export interface SampleColumns {
  readonly training: readonly Float64Array[];
  /** The held-back samples; null if there are none. */
  readonly validation: readonly Float64Array[] | null;
}
