import type { Band } from '../../engine/view/types';
import type { RunStyle } from '../kit/types';

/** What a model makes of the data at the current step. */
type DataFit =
  | {
      /** The target over one feature; any others are at 0. */
      readonly kind: 'curve';
      /** The feature runs from one end to the other in equal steps. */
      readonly range: readonly [number, number];
      /** Predictions of each run along it; null where they are not known. */
      readonly lines: readonly (Float64Array | null)[];
    }
  | {
      /** Two features, and the probability of class 1 that the selected run predicts. */
      readonly kind: 'regions';
      readonly x: readonly [number, number];
      readonly y: readonly [number, number];
      /** Where it is at least so high, lowest level first; null where it is not known. */
      readonly bands: readonly Band[] | null;
    }
  | {
      /** What the selected run predicts for each sample, against what is true. */
      readonly kind: 'against';
      /** Of the samples in `columns`, then of those in `validation`; null where it is not known. */
      readonly predicted: Float64Array | null;
    };

export interface DataPlotProps {
  /** The features, then the target, of what is trained on. */
  readonly columns: readonly Float64Array[];
  /** The same of the samples that were kept back; null where there are none. */
  readonly validation: readonly Float64Array[] | null;
  /** Names of the columns, the target last. */
  readonly names: readonly string[];
  /** Whether the features are in standard deviations from their mean instead of their own units. */
  readonly isStandardized: boolean;
  /** Whether the target is a class, 0 or 1. */
  readonly hasClasses: boolean;
  readonly fit: DataFit;
  /** Which feature runs along the x axis of a curve. */
  readonly feature: number;
  readonly onFeature: (feature: number) => void;
  readonly styles: readonly RunStyle[];
  readonly selected: number;
  /** Indices of samples that are set off from the others in the selected run's colour: those of its current batch. */
  readonly highlight: readonly number[];
}
