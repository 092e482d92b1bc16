import type { StepArrow } from '../catalogue/types';
export type EngineName = 'webgl' | 'cpu' | 'float64';

/** How a run ended. Steps count updates from 1; step 0 is the start. */
export type Outcome =
  | { readonly kind: 'converged'; readonly step: number; readonly minimum?: number }
  | { readonly kind: 'descending' }
  | { readonly kind: 'wandering' }
  | { readonly kind: 'cycling'; readonly period: number; readonly step: number }
  | { readonly kind: 'stalled'; readonly step: number }
  | { readonly kind: 'left'; readonly step: number }
  | { readonly kind: 'diverged'; readonly step: number; readonly cause: 'overflow' | 'nan' };

/** What one run did. Row k is the state after k updates; row 0 is the start. */
export interface RunTrace {
  /** Rows known so far; grows while a long run streams in. */
  readonly rows: number;
  /** rows x parameters, row-major. Non-finite only in the last row of a run that diverged. */
  readonly params: Float64Array;
  /** The full loss (over all samples that a data problem is trained on), one per row. */
  readonly loss: Float64Array;
  /** The loss over the samples that were kept back, one per row; absent where there are none. */
  readonly validation?: Float64Array | undefined;
  /** rows x (state names x parameters): the rule's state, names in the rule's order. */
  readonly state: Float64Array;
  /** Null until the last row is known. */
  readonly outcome: Outcome | null;
  /** Samples used by each update, cumulative: samplesSeen[k] after k updates (data problems; else k). */
  readonly samplesSeen: Float64Array;
  /** The learning rate of every update so far: update k + 1, which leads from row k to the next, uses lr[k]. */
  readonly lr: Float64Array;
}

/** Some of a run's rows: its arrays hold those from `first` on, up to `rows`, and the rates of the updates that led to them. */
export interface RunRows extends RunTrace {
  readonly first: number;
}

/** What is new of a trace since its last part. */
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
  /** Known minimisers; for data with a quadratic loss the exact one. */
  readonly minima: readonly (readonly number[])[];
}

/** A straight line through parameter space that a principal direction of a path lies on. */
export interface Direction {
  /** One number per parameter, together of length 1. */
  readonly unit: readonly number[];
  /** Where the line has its 0: the mean of the path. */
  readonly centre: readonly number[];
  /** Share of the path's variance that lies along it, 0 to 1. */
  readonly share: number;
}

/** What runs along one axis of a view: a parameter, by its index, or a direction. Two directions are at right angles. */
export type Axis = number | Direction;

/** A rectangle of parameter space; how it maps to the parameters and back is in projection.ts. */
export interface View {
  readonly axes: readonly [number] | readonly [number, number] | readonly [Direction, Direction];
  readonly x: readonly [number, number];
  /** For one axis the range of the loss is chosen by the plot, and this is ignored. */
  readonly y: readonly [number, number];
  /** A point of the rectangle's plane, a value for every parameter: it says what all is that the axes do not. */
  readonly held: readonly number[];
}

/** The loss over a view. */
export interface Landscape {
  readonly view: View;
  readonly width: number;
  /** 1 for one axis. */
  readonly height: number;
  /** height x width, row 0 at y[0]; not clamped, may hold non-finite values. */
  readonly values: Float32Array;
  /** Contour bands in data coordinates, lowest first (two axes only). */
  readonly bands: readonly Band[];
}

export interface Band {
  readonly level: number;
  /** Closed rings, each [x0, y0, x1, y1, ...]; the area is where the loss is at least `level`; even-odd. */
  readonly rings: readonly Float32Array[];
}

/** The samples of a data problem, as its model meets them: features, then the target. */
export interface SampleColumns {
  readonly training: readonly Float64Array[];
  /** Of the samples that were kept back; null where there are none. */
  readonly validation: readonly Float64Array[] | null;
}

/** One line of a rule with the numbers it had at one step, one per parameter or a single scalar. */
export interface NamedValue {
  readonly name: string;
  readonly values: readonly number[];
}

/** A part of a step: one number per parameter. `rest` is what lines beside the rule's own add, such as a projection. */
export interface Displacement {
  readonly kind: StepArrow['kind'] | 'rest';
  readonly by: readonly number[];
}

/** The quantities of update `step` (1-based) of one run. */
export interface Inspection {
  readonly run: number;
  readonly step: number;
  /** Gradients and assignments in the rule's order; `before` are theta and state the step started from. */
  readonly before: readonly NamedValue[];
  readonly lines: readonly NamedValue[];
  /** Hyperparameters as used at this step, `lr` included. */
  readonly hyper: Readonly<Record<string, number>>;
  /** The displacements that add up to it, in order; empty where the catalogue says nothing of the rule's. */
  readonly arrows: readonly Displacement[];
  /** Indices of the samples that this update sees, in the order of their visit; null for problems without data. */
  readonly batch: readonly number[] | null;
  /** The batch's gradient, as its reduction has it, at the point that the step starts from: one number per parameter. */
  readonly gradient: readonly number[];
  /** The gradient over all samples there; without data the same as `gradient`. */
  readonly fullGradient: readonly number[];
}

/** How one step is made. */
export interface StepInside {
  /** The point that it starts from, and the loss there. */
  readonly from: readonly number[];
  readonly loss: number;
  /** The displacements that add up to it; null where they are not to be drawn. */
  readonly parts: readonly Displacement[] | null;
  /** The batch's gradient there, beside the one over all samples; null where they are not to be drawn, or one and the same. */
  readonly gradients: {
    readonly batch: readonly number[];
    readonly full: readonly number[];
    readonly samples: number;
  } | null;
}

export interface EngineStatus {
  readonly engine: EngineName;
  /** Why the faster engine is not in use, as a message key; absent when it is. */
  readonly reason?: 'noWebgl2' | 'noFloatTargets' | 'contextLost';
  /** The GPU's own name for itself, where the browser tells. */
  readonly renderer?: string;
}
