import type { RunStyle } from '../kit/types';

/** The loss at the end of a run for each rate that it was tried with. */
export interface TuningSeries {
  /** Rising; empty where nothing is known. */
  readonly rates: Float64Array;
  /** NaN where the run diverged. */
  readonly losses: Float64Array;
  /** Index of the best rate; null where there is none. */
  readonly best: number | null;
  /** The rate that the run has. */
  readonly now: number;
}

export interface TuningPlotProps {
  /** One for each run. */
  readonly series: readonly TuningSeries[];
  readonly styles: readonly RunStyle[];
  /** Index of the run whose marks are named. */
  readonly selected: number;
  readonly scale: 'log' | 'linear';
}
