import { indicesFrom } from '../../engine/common/fill';
import { at } from '../kit/geometry/at';
import { grow, type Box } from '../kit/geometry/clip';
import { decimate } from '../kit/geometry/decimate';
import type { LossScale } from './losses';
import { indexOfRow, tracePath, visibleEnd, type ScreenPath } from '../kit/geometry/path';
import type { Scale } from '../kit/geometry/scale';
import type { ColourOf } from '../kit/paint/useColours';
import type { RunStyle } from '../kit/types';
import { clipTo } from '../kit/paint/clipTo';
import { colours } from '../kit/paint/colours';
import { drawBreak, drawMarker } from '../kit/paint/marker';

/** One quantity along a run, at some or all of its steps. */
export interface Series {
  /** Ascending; those of a run that has not begun are none. */
  readonly steps: Int32Array;
  /** Where each of the steps stands on the x axis. */
  readonly places: Float64Array;
  /** One for each of the steps; what is not finite is a gap. */
  readonly values: Float64Array;
  /** What the quantity must stay below, one for each of the steps. */
  readonly limits?: Float64Array;
  /** The same quantity of something that stands beside, e.g. over the samples that were kept back; one for each of the steps. */
  readonly beside?: Float64Array;
  readonly diverged: boolean;
}

/** The axes of a plot of lines. */
export interface LinePlane {
  readonly x: Scale;
  readonly y: Scale;
  readonly box: Box;
}

/** One run's line in pixels. */
export interface Line {
  /** Every step of the series; NaN where the scale has no place for the value. */
  readonly path: ScreenPath;
  /** The steps that a picture of this width needs. */
  readonly thinned: ScreenPath;
  /** Entries of the path whose value is finite but not above 0, on a log axis. */
  readonly below: Int32Array;
  /** The line's limit; null where it has none. */
  readonly limit: ScreenPath | null;
  /** What stands beside the line; null where nothing does. */
  readonly beside: ScreenPath | null;
  readonly style: RunStyle;
  readonly diverged: boolean;
}

export function lineOf(series: Series, scale: LossScale, plane: LinePlane, style: RunStyle): Line {
  const { values, limits, beside, diverged } = series;
  const path = pathOf(series, values, scale, plane);
  const isBelow = (value: number): boolean => Number.isFinite(value) && value <= 0;
  const below =
    scale === 'log' ? indicesFrom(values.length, (i) => i).filter((i) => isBelow(at(values, i))) : new Int32Array(0);
  const thin = (numbers: Float64Array | undefined) =>
    numbers ? decimate(pathOf(series, numbers, scale, plane)) : null;
  return { path, thinned: decimate(path), below, limit: thin(limits), beside: thin(beside), style, diverged };
}

function pathOf({ steps, places }: Series, values: Float64Array, scale: LossScale, { x, y }: LinePlane): ScreenPath {
  const shown = (value: number): boolean => Number.isFinite(value) && (scale === 'linear' || value > 0);
  return { x: places.map(x), y: values.map((value) => (shown(value) ? y(value) : NaN)), rows: steps };
}

/** Lines, strong up to each run's own place at `step`, faint after it, the selected run on top, over their limits. */
export function drawLines(
  context: CanvasRenderingContext2D,
  lines: readonly Line[],
  selected: number,
  step: number,
  box: Box,
  colour: ColourOf,
  unit: number,
): void {
  const order = [...lines.filter((_, run) => run !== selected), ...lines.slice(selected, selected + 1)];
  for (const line of order) drawLimit(context, line, box, colour, unit);
  for (const line of order) drawBeside(context, line, step, box, colour, unit);
  for (const line of order) drawLine(context, line, step, box, colour, unit);
  for (const line of order) drawHead(context, line, step, box, colour, unit);
}

function drawLimit(
  context: CanvasRenderingContext2D,
  { limit, style }: Line,
  box: Box,
  colour: ColourOf,
  unit: number,
): void {
  if (!limit) return;
  const pen = new Path2D();
  tracePath(pen, limit, 0, limit.rows.length - 1, grow(box, 8 * unit));
  context.save();
  clipTo(context, box);
  context.strokeStyle = colour(style.colour);
  context.lineWidth = 1.5 * unit;
  context.setLineDash([1.5 * unit, 3 * unit]);
  context.stroke(pen);
  context.restore();
}

/** Thin, in short dashes, strong up to the step like the line that it stands beside. */
function drawBeside(
  context: CanvasRenderingContext2D,
  { beside, path, style }: Line,
  step: number,
  box: Box,
  colour: ColourOf,
  unit: number,
): void {
  if (!beside) return;
  const here = at(path.x, indexOfRow(path.rows, step));
  const pen = new Path2D();
  tracePath(pen, beside, 0, beside.rows.length - 1, grow(box, 8 * unit));
  for (const [part, alpha] of [
    [{ ...box, right: here }, 1],
    [{ ...box, left: here }, 0.35],
  ] as const) {
    context.save();
    clipTo(context, part);
    context.globalAlpha = alpha;
    context.strokeStyle = colour(style.colour);
    context.lineWidth = 1.25 * unit;
    context.setLineDash([2.5 * unit, 2.5 * unit]);
    context.stroke(pen);
    context.restore();
  }
}

function drawLine(
  context: CanvasRenderingContext2D,
  line: Line,
  step: number,
  box: Box,
  colour: ColourOf,
  unit: number,
): void {
  const { thinned, style } = line;
  const here = at(line.path.x, indexOfRow(line.path.rows, step));
  const pen = new Path2D();
  tracePath(pen, thinned, 0, thinned.rows.length - 1, grow(box, 8 * unit));
  const paint = (part: Box, alpha: number) => {
    context.save();
    clipTo(context, part);
    context.globalAlpha = alpha;
    context.strokeStyle = colour(style.colour);
    context.lineWidth = 1.75 * unit;
    context.lineJoin = 'round';
    context.setLineDash(style.dash.map((length) => length * unit));
    context.stroke(pen);
    context.restore();
  };
  // x never falls along a run, so that "up to the step" is "left of it".
  paint({ ...box, right: here }, 1);
  paint({ ...box, left: here }, 0.3);
  drawBelow(context, line, box, colour, unit);
  const end = line.diverged ? visibleEnd(thinned, box) : null;
  if (end) drawBreak(context, end, 4.5 * unit, { ink: colour(style.colour), paper: colour(colours.paper) });
}

/** Values that a log axis has no place for: hollow marks on its lower edge, thinned where they would merge. */
function drawBelow(
  context: CanvasRenderingContext2D,
  { path, below, style }: Line,
  box: Box,
  colour: ColourOf,
  unit: number,
): void {
  const radius = 3 * unit;
  let last = -Infinity;
  const rings = new Path2D();
  for (const i of below) {
    const x = at(path.x, i);
    if (x - last < 3 * radius) continue;
    rings.moveTo(x + radius, box.bottom);
    rings.arc(x, box.bottom, radius, 0, 2 * Math.PI);
    last = x;
  }
  context.fillStyle = colour(colours.paper);
  context.fill(rings);
  context.strokeStyle = colour(style.colour);
  context.lineWidth = 1.25 * unit;
  context.stroke(rings);
}

function drawHead(
  context: CanvasRenderingContext2D,
  { path, style }: Line,
  step: number,
  box: Box,
  colour: ColourOf,
  unit: number,
): void {
  const here = indexOfRow(path.rows, step);
  const point = { x: at(path.x, here), y: at(path.y, here) };
  if (point.y >= box.top && point.y <= box.bottom) {
    drawMarker(context, style.marker, point, 4.5 * unit, { ink: colour(style.colour), paper: colour(colours.paper) });
  }
}
