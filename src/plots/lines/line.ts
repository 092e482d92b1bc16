import { at } from '../kit/geometry/at';
import { decimate } from '../kit/geometry/decimate';
import type { ScreenPath } from '../kit/geometry/path';
import type { Plane } from '../kit/geometry/plane';
import type { RunStyle } from '../kit/types';
import type { LossScale } from './losses';

/** One quantity along a run, at all of its steps or some. */
export interface Series {
  /** Ascending; empty for a run that has not begun. */
  readonly steps: Int32Array;
  /** Progress along the x axis at each of the steps. */
  readonly positions: Float64Array;
  /** The quantity at each of the steps; a value that is not finite is a gap. */
  readonly values: Float64Array;
  /** What the quantity must stay below, at each of the steps. */
  readonly limits?: Float64Array;
  /** The same quantity over the held-back samples, at each of the steps. */
  readonly validation?: Float64Array;
  readonly diverged: boolean;
  /** The step from which on the run's loss only grows; null for a run that stays in reach. */
  readonly growth: number | null;
}

/** The points of one run's line in pixels. */
interface LineShape {
  /** Every step of the series; y is NaN where the scale cannot show the value. */
  readonly path: ScreenPath;
  /** The entries of the path that make a difference at this width. */
  readonly thinned: ScreenPath;
  /** Indices of the path whose value is finite but not above 0, on a log axis. */
  readonly nonPositive: Int32Array;
  readonly limit: ScreenPath | null;
  readonly validation: ScreenPath | null;
  readonly diverged: boolean;
  readonly grows: boolean;
}

/** One run's line in pixels, and how it looks. */
export interface Line extends LineShape {
  readonly style: RunStyle;
}

export const lineOf = (series: Series, scale: LossScale, plane: Plane, style: RunStyle): Line => ({
  ...shapeOf(series, scale, plane),
  style,
});

export function shapeOf(series: Series, scale: LossScale, plane: Plane): LineShape {
  const { values, limits, validation, diverged, growth } = series;
  const path = pathOf(series, values, scale, plane);
  const thin = (numbers: Float64Array | undefined) =>
    numbers ? decimate(pathOf(series, numbers, scale, plane)) : null;
  return {
    path,
    thinned: decimate(path),
    nonPositive: scale === 'log' ? nonPositiveIn(values) : new Int32Array(0),
    limit: thin(limits),
    validation: thin(validation),
    diverged,
    grows: growth !== null,
  };
}

function nonPositiveIn(values: Float64Array): Int32Array {
  const found: number[] = [];
  for (let i = 0; i < values.length; i += 1) if (at(values, i) <= 0 && at(values, i) > -Infinity) found.push(i);
  return Int32Array.from(found);
}

function pathOf({ steps, positions }: Series, values: Float64Array, scale: LossScale, { x, y }: Plane): ScreenPath {
  const isShown = (value: number): boolean => Number.isFinite(value) && (scale === 'linear' || value > 0);
  return { x: positions.map(x), y: values.map((value) => (isShown(value) ? y(value) : NaN)), rows: steps };
}
