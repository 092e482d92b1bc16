/** The samples of a data problem, as its model meets them: features, then the target. */
export interface SampleColumns {
  readonly training: readonly Float64Array[];
  /** Of the samples that were kept back; null where there are none. */
  readonly validation: readonly Float64Array[] | null;
}
