import type { RunStyle } from '../kit/types';

/** The loss of a run after updates of rising rates. */
export interface FinderSeries {
  readonly rates: Float64Array;
  readonly losses: Float64Array;
  /** Indices of the rates that are marked; null for none. */
  readonly steepest: number | null;
  readonly lowest: number | null;
}

/** Losses against rates, as lines of several runs. */
export interface RateLinesProps {
  /** One for each run. */
  readonly series: readonly Pick<FinderSeries, 'rates' | 'losses'>[];
  readonly styles: readonly RunStyle[];
  /** The range of the rates, on a log axis. */
  readonly from: number;
  readonly to: number;
  readonly scale: 'log' | 'linear';
}

export interface FinderPlotProps extends RateLinesProps {
  readonly series: readonly FinderSeries[];
  /** Index of the run whose marks are named. */
  readonly selected: number;
}
