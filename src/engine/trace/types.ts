import type { MethodRecord, Stop } from './iterations';

export type EngineName = 'webgl' | 'cpu' | 'float64';

/**
 * Whether a minimum is the lowest one: of a loss that the catalogue does not know, such as a typed one or a network's, that
 * is unknown.
 */
export type MinimumRank = 'global' | 'local' | 'unknown';

/** Why a method could not go on. */
type FailedStop = Exclude<Stop, 'gradient' | 'simplex'>;

/** How a run ended. Steps count updates from 1; step 0 is the start. */
export type Outcome =
  | { readonly kind: 'converged'; readonly step: number; readonly at: MinimumRank; readonly minimum?: number }
  | { readonly kind: 'descending' }
  | { readonly kind: 'rising' }
  | { readonly kind: 'wandering' }
  | { readonly kind: 'cycling'; readonly period: number; readonly step: number }
  | { readonly kind: 'stalled'; readonly step: number }
  | { readonly kind: 'left'; readonly step: number }
  | { readonly kind: 'stopped'; readonly step: number; readonly why: FailedStop }
  | { readonly kind: 'diverged'; readonly step: number; readonly cause: 'overflow' | 'nan' };

/** What one run did. Row k is the state after k updates; row 0 is the start. */
export interface RunTrace {
  /** Rows computed so far; grows while a long run streams in. */
  readonly rows: number;
  /** rows x parameters, row-major. Non-finite only in the last row of a run that diverged. */
  readonly params: Float64Array;
  /** The full loss (over all samples that a data problem is trained on), one per row. */
  readonly loss: Float64Array;
  /** The loss over the held-back samples, one per row; absent if there are none. */
  readonly validation?: Float64Array | undefined;
  /** rows x (state names x parameters): the rule's state, names in the rule's order. */
  readonly state: Float64Array;
  /** Null until the run is complete. */
  readonly outcome: Outcome | null;
  /** Samples used by each update, cumulative: samplesSeen[k] after k updates (data problems; else k). */
  readonly samplesSeen: Float64Array;
  /** The learning rate of every update so far: update k + 1, which leads from row k to the next, uses lr[k]. */
  readonly lr: Float64Array;
  /** Evaluations of the loss or its gradient in one update of a rule; absent: 1. What a method evaluated is in `method`. */
  readonly evaluations?: number | undefined;
  /** Of a finished run by a classical method: what its iterations tried. Absent for a rule. */
  readonly method?: MethodRecord | undefined;
}

/** Some of a run's rows: from `first` to `rows` (exclusive), with the rates of the updates that led to them. */
export interface RunRows extends RunTrace {
  readonly first: number;
}

/** The rows of a trace that are new since its last part. */
export interface TracePart extends Omit<Trace, 'runs'> {
  readonly runs: readonly RunRows[];
}

export interface Trace {
  readonly engine: EngineName;
  readonly parameters: readonly string[];
  /** Rows that each run will have when it is complete (updates + 1), by run. */
  readonly totals: readonly number[];
  readonly runs: readonly RunTrace[];
  /** Samples in one epoch; 0 for function problems. */
  readonly epochSize: number;
  /** Known minima; for data with a quadratic loss the exact one. */
  readonly minima: readonly (readonly number[])[];
}
