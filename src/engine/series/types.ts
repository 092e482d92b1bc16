import type { PlotQuantity } from '../../experiment/core/types';

/** What can be drawn beside the loss: all that the page draws along the steps but the loss itself, which the trace has. */
export type SeriesQuantity = Exclude<PlotQuantity, 'loss'>;

/** One quantity along one run. */
export interface RunSeries {
  /** Rows of the trace, ascending, the first and the last among them. */
  readonly rows: Int32Array;
  /** Numbers a row: one for every parameter, or a single one; 0 where the run has no such quantity. */
  readonly components: number;
  /** rows x components; not a number where the quantity does not exist, such as a step's length at the start. */
  readonly values: Float64Array;
}

/** One quantity along every run of an experiment. */
export interface SeriesReport {
  readonly quantity: SeriesQuantity;
  readonly runs: readonly RunSeries[];
  /** The longest stride from one row to the next, over all runs: 1 where every row is there. */
  readonly every: number;
}
