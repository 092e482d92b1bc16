import { contours } from 'd3-contour';
import { NEVER_PAUSE, runToEnd, TimeSlice, type PauseSignal } from '../common/slice';
import type { Band, Landscape, View } from './types';

/** A landscape of the losses on a grid over a view, with contour bands where the view has two axes. */
export const landscapeOf = (view: View, grid: Grid, values: Float32Array): Landscape =>
  runToEnd(landscapeInSlices(view, grid, values, NEVER_PAUSE));

/** The same as a generator that yields when it is time to pause: the bands of a fine grid take long on a slow device. */
export function* landscapeInSlices(
  view: View,
  { width, height }: Grid,
  values: Float32Array,
  slice: PauseSignal = new TimeSlice(),
): Generator<void, Landscape> {
  const levels = height > 1 ? contourLevels(values) : [];
  const bands = yield* bandsInSlices(levels, values, width, height, view, slice);
  return { view, width, height, values, bands };
}

type Grid = Pick<Landscape, 'width' | 'height'>;

/** Bands of a filled contour plot. */
const BANDS = 18;

/** Where a grid of numbers is at least as high as each of some levels, in data coordinates. */
export const bandsAt = (
  levels: readonly number[],
  values: ArrayLike<number>,
  width: number,
  height: number,
  view: Pick<View, 'x' | 'y'>,
): Band[] => runToEnd(bandsInSlices(levels, values, width, height, view, NEVER_PAUSE));

function* bandsInSlices(
  levels: readonly number[],
  values: ArrayLike<number>,
  width: number,
  height: number,
  { x, y }: Pick<View, 'x' | 'y'>,
  slice: PauseSignal,
): Generator<void, Band[]> {
  // d3-contour takes a cell's value to lie at its middle; the outermost samples lie on the border of the view.
  const toX = (column: number) => x[0] + ((column - 0.5) / (width - 1)) * (x[1] - x[0]);
  const toY = (row: number) => y[0] + ((row - 0.5) / (height - 1)) * (y[1] - y[0]);
  // NaN counts as high, so that a band has no holes.
  const finiteOrHigh = Array.from(values, (value) => (Number.isNaN(value) ? Infinity : value));
  const contoursOf = contours().size([width, height]);
  const bands: Band[] = [];
  for (const level of levels) {
    if (slice.isTimeUp()) yield;
    const rings = contoursOf
      .contour(finiteOrHigh, level)
      .coordinates.flat()
      .map((ring) => Float32Array.from(ring.flatMap(([column = 0, row = 0]) => [toX(column), toY(row)])));
    bands.push({ level, rings });
  }
  return bands;
}

/**
 * Levels halfway, on a log axis above the lowest loss, between equal steps of value and equal shares of the area; each is a
 * round number, so that a label of few digits names it exactly.
 */
export function contourLevels(values: Float32Array): number[] {
  const sorted = values.filter(Number.isFinite).sort();
  const lowest = sorted[0];
  const highest = sorted[sorted.length - 1];
  if (lowest === undefined || highest === undefined || !(highest > lowest)) return [];
  const quantile = (q: number) => sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] as number;
  // The lower end of the log axis: reached by the lowest half percent of the area, so that one node cannot stretch the axis; where
  // all of that is at the lowest loss, as one edge of a plane is, by what comes next, but below half of all.
  const reached = Math.max(quantile(0.005), sorted.find((value) => value > lowest) ?? highest);
  const range = highest - lowest;
  const low = Math.max(Math.min(reached - lowest, range / 2), range * 1e-9);
  const span = Math.log(range / low);
  const levels = Array.from({ length: BANDS }, (_, i) => {
    const share = (i + 0.5) / BANDS;
    const byValue = Math.log(low) + share * span;
    const byArea = Math.log(Math.max(quantile(share) - lowest, low));
    return rounded(lowest, Math.exp((byValue + byArea) / 2));
  });
  // Where the rounding becomes coarser, two neighbours may change places.
  return [...new Set(levels.filter((level) => level > lowest && level < highest))].sort((a, b) => a - b);
}

/** `lowest + above`, rounded to a tenth of the power of ten of `above`; as it is where that would be the lowest loss itself. */
function rounded(lowest: number, above: number): number {
  const level = lowest + above;
  const [mantissa, exponent] = above.toExponential().split('e');
  if (mantissa === undefined || exponent === undefined) return level;
  const decimals = 1 - Number(exponent);
  const round = decimals > 0 ? Number(level.toFixed(Math.min(decimals, 100))) : roundToTens(level, -decimals);
  return round > lowest ? round : level;
}

/** Rounded to a multiple of a power of ten, without the rounding error of a product. */
function roundToTens(value: number, power: number): number {
  const tens = Number(`1e${power}`);
  return Number(`${Math.round(value / tens)}e${power}`);
}
