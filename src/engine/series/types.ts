import type { PlotQuantity } from '../../experiment/core/types';

/**
 * Quantities that the page plots along the steps, except the loss, which the trace has; and `drawn`, what the rule of each run
 * has drawn beside its path.
 */
export type SeriesQuantity = Exclude<PlotQuantity, 'loss'> | 'drawn';

/** One quantity along one run. */
export interface RunSeries {
  /** Rows of the trace, ascending, the first and the last among them. */
  readonly rows: Int32Array;
  /** Numbers per row: one for each parameter, or a single one; 0 if the run has no such quantity. */
  readonly components: number;
  /** rows x components; NaN where the quantity is undefined, such as a step's length at the start. */
  readonly values: Float64Array;
}

/** One quantity along every run of an experiment. */
export interface SeriesReport {
  readonly quantity: SeriesQuantity;
  readonly runs: readonly RunSeries[];
  /** The largest distance between consecutive rows, over all runs: 1 if no row is left out. */
  readonly every: number;
}
