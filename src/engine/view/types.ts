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
  /** A point of the rectangle's plane, one value per parameter: the value of every parameter that is on no axis. */
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
