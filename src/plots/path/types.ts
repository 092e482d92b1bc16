import type { ReactNode } from 'react';
import type { Landscape, View } from '../../engine/view/types';
import type { RunTrace } from '../../engine/trace/types';
import type { AxedPlane } from '../kit/parts/plane';
import type { Point, PlotBase } from '../kit/types';
import type { PlottedRun } from './paintPaths';
import type { ReadLoss } from './useGround';

export interface PathPlotProps extends PlotBase {
  /** The visible region: axes, ranges and held values. */
  readonly view: View;
  readonly onViewChange: (view: View) => void;
  /** Returns to the problem's default view. */
  readonly onViewReset: () => void;
  /** Whether buttons for zooming stand in the upper right corner; absent: they do. */
  readonly hasButtons?: boolean;
  readonly landscape: Landscape | null;
  /** Start of the runs; null where each run has its own, sampled from the seed: row 0 of the trace. */
  readonly start: readonly number[] | null;
  /** Called during a drag; `settled` is true for the last call of it. Null where the start cannot be moved. */
  readonly onStartChange: ((start: readonly number[], settled: boolean) => void) | null;
  readonly minima: readonly Point[];
  /** Whether a search found the minima, which may not be all; they are marked otherwise than known ones. */
  readonly areMinimaFound?: boolean;
  /** Reads the loss at a point of parameter space; without it the ground cannot be read. */
  readonly readLoss?: ReadLoss;
  /** Whether one unit is as long on either axis; `forced` where a direction or an angle is shown and the user has no choice. */
  readonly units?: 'fit' | 'equal' | 'forced';
  readonly onUnits?: (units: 'fit' | 'equal') => void;
  /** Called with the ratio of width to height that the plot has inside its axes. */
  readonly onAspect?: (aspect: number) => void;
  /** The gradient, as quiet arrowKeys over the contours. */
  readonly field?: GradientField | null;
  /** A point at which the gradient is examined; not shown if it has another number of parameters than the view. */
  readonly probe?: Probe | null;
  readonly onProbe?: OnProbe;
  /** A run that is not part of the experiment, such as the one under the pointer in a sweep: dashed, on top. */
  readonly preview?: RunTrace | null;
  /** More elements over the paths. */
  readonly overlay?: ((place: OverlayPlace) => ReactNode) | null;
}

/** Where an overlay lies. */
export interface OverlayPlace {
  readonly view: View;
  readonly plane: AxedPlane;
  /** The size of the page's type, in pixels. */
  readonly rem: number;
  /** What it lies over. */
  readonly runs: readonly PlottedRun[];
}

/** The gradient on a grid over two axes, nodes at the ends of both ranges. */
export interface GradientField {
  readonly view: View;
  readonly width: number;
  readonly height: number;
  /** height x width, row 0 at view.y[0]: the derivatives along the first and the second axis. */
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
  /** Arrows of one length, or with a length by the logarithm of the gradient's. */
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
  /** Where an update from here goes, the loss predicted there to first order, and the actual loss. */
  readonly update?: { readonly to: readonly number[]; readonly predicted: number; readonly actual: number } | null;
}

/** `settled` is true for the last call of one drag or one press of a key. */
export type OnProbe = (probe: Pick<Probe, 'point' | 'angle'>, settled: boolean) => void;
