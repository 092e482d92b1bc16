import type { ParameterView, ViewRanges } from '../../experiment/core/types';

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

/** A rectangle over two principal directions; `held` is a point of its plane. */
interface DirectionsView extends ViewRanges {
  readonly kind: 'principal';
  readonly axes: readonly [Direction, Direction];
}

/** A visible region of parameter space; projection.ts maps its coordinates to parameters and back. */
export type View = ParameterView | DirectionsView;

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
