import type { ReactNode } from 'react';
import type { SeriesReport } from '../engine/series';
import type { SweepAxis } from '../engine/sweep/types';
import type { CurvaturePath } from '../engine/theory/edge';
import type { Band, Landscape, RunTrace, Trace, View } from '../engine/types';
import type { AxedPlane } from './draw/plane';
import type { SweepCell, SweepGrid } from './geometry/sweepGrid';

/** How a run looks everywhere on the page. */
export interface RunStyle {
  /** CSS colour, e.g. `var(--run-0)`. Canvas code resolves it through getComputedStyle. */
  readonly colour: string;
  readonly label: string;
  /** A dash pattern and a marker shape of its own, so that colour is never the only sign. */
  readonly dash: readonly number[];
  readonly marker: 'circle' | 'square' | 'triangle' | 'diamond' | 'cross' | 'star' | 'wye' | 'ring';
}

/** A known minimum, in parameter space. */
export type Point = readonly number[];

interface PlotBase {
  readonly trace: Trace | null;
  readonly styles: readonly RunStyle[];
  /** Index of the run that the panels speak of; drawn on top. */
  readonly selected: number;
  /** The step that the transport stands at; runs shorter than it stay at their last row. */
  readonly step: number;
  /** A step being read under the pointer or the keyboard cursor, in either plot; null when none. */
  readonly hovered: { readonly run: number; readonly step: number } | null;
  readonly onHover: (hovered: { readonly run: number; readonly step: number } | null) => void;
}

export interface PathPlotProps extends PlotBase {
  /** What is drawn: axes, ranges and the held values. */
  readonly view: View;
  readonly onViewChange: (view: View) => void;
  /** Back to the problem's own view. */
  readonly onViewReset: () => void;
  readonly landscape: Landscape | null;
  /** Start of the runs; null where every run has its own (drawn from the seed): then row 0 of the trace. */
  readonly start: readonly number[] | null;
  /** Called during a drag; `settled` is true for the last call of it. */
  readonly onStartChange: (start: readonly number[], settled: boolean) => void;
  readonly minima: readonly Point[];
  /** The gradient, as quiet arrows over the contours. */
  readonly field?: GradientField | null;
  /** A point at which the gradient is looked at closely; one of another number of parameters than the view's is not drawn. */
  readonly probe?: Probe | null;
  readonly onProbe?: OnProbe;
  /** A run that is only looked at, e.g. under the pointer in a sweep: dashed, on top. */
  readonly preview?: RunTrace | null;
  /** More to draw over the paths, in the plane of this view; `rem` is the size of the page's type, in pixels. */
  readonly overlay?:
    ((place: { readonly view: View; readonly plane: AxedPlane; readonly rem: number }) => ReactNode) | null;
}

/** The gradient on a grid over two axes, nodes at the ends of both ranges. */
export interface GradientField {
  readonly view: View;
  readonly width: number;
  readonly height: number;
  /** height x width, row 0 at view.y[0]: the derivatives along the first and the second axis. */
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
  /** Arrows of one length, or as long as the logarithm of the gradient's size. */
  readonly lengths: 'unit' | 'log';
}

export interface Probe {
  /** A value for every parameter, and the loss there. */
  readonly point: readonly number[];
  readonly loss: number;
  /** Derivatives along the view's axes. */
  readonly gradient: readonly number[];
  /** Direction u in the plane of the view's axes, in radians anticlockwise from the first; on one axis u is along it. */
  readonly angle: number;
  /** D_u f, the derivative in that direction. */
  readonly slope: number;
  /** Where an update from here goes, the loss that the first order predicts there, and the loss that is there. */
  readonly update?: { readonly to: readonly number[]; readonly predicted: number; readonly actual: number } | null;
}

/** `settled` is true for the last call of one drag or one press of a key. */
export type OnProbe = (probe: Pick<Probe, 'point' | 'angle'>, settled: boolean) => void;

export interface LossPlotProps extends PlotBase {
  readonly scale: 'log' | 'linear';
  readonly axis: 'step' | 'epoch' | 'samples';
  /** Samples between two losses that are shown; 1 for the loss after every update. */
  readonly record: number;
  /** A click or drag along the axis moves the transport. */
  readonly onStep: (step: number) => void;
  /** A run that is only looked at, e.g. under the pointer in a sweep: dashed, on top. The axes stay as they are. */
  readonly preview?: RunTrace | null;
}

export interface SeriesPlotProps extends Omit<LossPlotProps, 'preview' | 'record'> {
  /** Null until it is known. */
  readonly report: SeriesReport | null;
  /** Index of the parameter that is drawn where there are too many to draw them all. */
  readonly parameter: number;
  /** Names the quantity, e.g. `‖∇f‖`. */
  readonly symbol: string;
}

export interface CurvaturePlotProps extends Pick<
  LossPlotProps,
  'styles' | 'selected' | 'step' | 'hovered' | 'onHover' | 'onStep' | 'scale'
> {
  /** One for each run; null where it is not known. */
  readonly paths: readonly (Pick<CurvaturePath, 'rows' | 'largest' | 'limit'> | null)[];
  /** Names the limit of the selected run, e.g. `2/lr`. */
  readonly limitLabel: string;
  /** The last step that the transport can stand at. */
  readonly last: number;
}

/** What a model makes of the data at the current step. */
export type DataPicture =
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
  readonly picture: DataPicture;
  /** Which feature runs along the x axis of a curve. */
  readonly feature: number;
  readonly onFeature: (feature: number) => void;
  readonly styles: readonly RunStyle[];
  readonly selected: number;
  /** Indices of samples that are set off from the others in the selected run's colour: those of its current batch. */
  readonly highlight: readonly number[];
}

/** The error of one way of taking finite differences, at some steps, in any order. */
export interface DifferenceSeries {
  readonly scheme: 'forward' | 'central';
  readonly precision: 'float64' | 'float32';
  readonly steps: readonly number[];
  /** |difference - derivative| at each step; not finite is a gap. */
  readonly errors: readonly number[];
}

export interface DifferencePlotProps {
  readonly series: readonly DifferenceSeries[];
  /** The exact derivative, in words and numbers. */
  readonly exact: string;
}

/** One axis of a sweep and what stands beside it. */
export interface SweepPlotAxis extends Pick<SweepAxis, 'from' | 'to' | 'scale'> {
  readonly title: string;
  /** How a formula names it, e.g. `lr`; after the title, in italics. */
  readonly symbol?: string;
}

/** How the numbers of a sweep are coloured. */
export type SweepColouring =
  | {
      readonly kind: 'continuous';
      readonly scale: 'linear' | 'log';
      /** What the number is. */
      readonly title: string;
      /** What it means that a number is not finite: those runs are hatched. */
      readonly notFinite: string;
    }
  | {
      readonly kind: 'categories';
      readonly title: string;
      /** At least one; each colour is that of the place in this list. A number that is none of these is hatched, as are those that say so. */
      readonly categories: readonly { readonly value: number; readonly label: string; readonly isHatched?: boolean }[];
    };

/** A curve over a sweep, e.g. the stability edge: its points in the sweep's own numbers; NaN is a gap. */
export interface SweepLimit {
  readonly label: string;
  readonly points: readonly (readonly [x: number, y: number])[];
}

/** A part of a sweep, each range in the direction of its axis. */
export interface SweepRegion {
  readonly x: readonly [from: number, to: number];
  readonly y: readonly [from: number, to: number];
}

export interface SweepPlotProps {
  readonly x: SweepPlotAxis;
  readonly y: SweepPlotAxis;
  /** Coarse to fine: each is drawn over the one before it, as far as it is known. */
  readonly grids: readonly SweepGrid[];
  readonly colouring: SweepColouring;
  /** Share of the work done, 0 to 1; null when there is none under way. */
  readonly progress: number | null;
  /** Settings of the selected run as it is now, and how it is drawn elsewhere. */
  readonly here: { readonly x: number; readonly y: number; readonly style: RunStyle } | null;
  readonly limits: readonly SweepLimit[];
  /** The run under the pointer or the keyboard's cursor, told again when a finer grid knows it better. */
  readonly onHover: (cell: SweepCell | null) => void;
  /** A click or Enter on a run. */
  readonly onPick: (cell: SweepCell) => void;
  /** A rectangle drawn with the pointer, or between two presses of the space bar. */
  readonly onSelect: (region: SweepRegion) => void;
}
