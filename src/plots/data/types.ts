import type { Band } from '../../engine/view/types';
import type { RunStyle } from '../kit/types';

/** What the model predicts at the current step. */
type DataFit =
  | {
      /** The target over one feature, with all others at 0. */
      readonly kind: 'curve';
      /** Range of the feature. */
      readonly range: readonly [number, number];
      /** Predictions of each run at equal steps over the range; null until they are computed. */
      readonly lines: readonly (Float64Array | null)[];
    }
  | {
      /** Two features, and the probability of class 1 that the selected run predicts. */
      readonly kind: 'regions';
      readonly x: readonly [number, number];
      readonly y: readonly [number, number];
      /** Where the probability is at least a level, lowest level first; null until it is computed. */
      readonly bands: readonly Band[] | null;
    }
  | {
      /** What the selected run predicts for each sample, against the target. */
      readonly kind: 'against';
      /** For the samples in `columns`, then for those in `validation`; null until they are computed. */
      readonly predicted: Float64Array | null;
    };

export interface DataPlotProps {
  /** The features, then the target, of the training samples. */
  readonly columns: readonly Float64Array[];
  /** The same of the held-back samples; null where there are none. */
  readonly validation: readonly Float64Array[] | null;
  /** Names of the columns, the target last. */
  readonly names: readonly string[];
  /** Whether the features are in standard deviations from their mean instead of their own units. */
  readonly isStandardized: boolean;
  /** Whether the target is a class, 0 or 1. */
  readonly hasClasses: boolean;
  /** What the user's file calls class 0 and class 1; null if they have no names. */
  readonly classes: readonly [string, string] | null;
  readonly fit: DataFit;
  /** Index of the feature on the x axis of a curve. */
  readonly feature: number;
  readonly onFeature: (feature: number) => void;
  readonly styles: readonly RunStyle[];
  readonly selected: number;
  /** Indices of the samples in the current batch, which have the colour of the selected run. */
  readonly highlight: readonly number[];
}
