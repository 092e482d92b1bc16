import type { RunTrace } from '../../engine/types';
import { at } from '../geometry/at';
import { grow, type Box } from '../geometry/clip';
import { decimate } from '../geometry/decimate';
import type { LossScale } from '../geometry/losses';
import { indexOfRow, tracePath, visibleEnd, type ScreenPath } from '../geometry/path';
import type { Scale } from '../geometry/scale';
import type { ColourOf } from '../parts/useColours';
import type { RunStyle } from '../types';
import { clipTo } from './clipTo';
import { colours } from './colours';
import { drawBreak, drawMarker } from './marker';

/** The axes of the loss plot. */
export interface LossPlane {
  readonly x: Scale;
  readonly y: Scale;
  readonly box: Box;
}

/** One run's losses in pixels. */
export interface LossLine {
  /** Every row up to the last one known; NaN where the scale has no place for the loss. */
  readonly path: ScreenPath;
  /** The rows that a picture of this width needs. */
  readonly thinned: ScreenPath;
  /** Rows whose loss is finite but not above 0, on a log axis. */
  readonly below: Int32Array;
  readonly style: RunStyle;
  readonly diverged: boolean;
}

/** `progress` is where each row stands on the x axis. */
export function lossLineOf(run: RunTrace, progress: Float64Array, scale: LossScale, { x, y }: LossPlane, style: RunStyle): LossLine {
  const rows = Int32Array.from({ length: run.rows }, (_, row) => row);
  const shown = (loss: number): boolean => Number.isFinite(loss) && (scale === 'linear' || loss > 0);
  const path = {
    x: Float64Array.from(rows, (row) => x(at(progress, row))),
    y: Float64Array.from(rows, (row) => (shown(at(run.loss, row)) ? y(at(run.loss, row)) : NaN)),
    rows,
  };
  const below = scale === 'log' ? rows.filter((row) => at(run.loss, row) <= 0 && Number.isFinite(at(run.loss, row))) : new Int32Array(0);
  return { path, thinned: decimate(path), below, style, diverged: run.outcome?.kind === 'diverged' };
}

/** Loss curves: strong up to each run's own place at `step`, faint after it, the selected run on top. */
export function drawLossLines(
  context: CanvasRenderingContext2D,
  lines: readonly LossLine[],
  selected: number,
  step: number,
  box: Box,
  colour: ColourOf,
  unit: number,
): void {
  const order = [...lines.filter((_, run) => run !== selected), ...lines.slice(selected, selected + 1)];
  for (const line of order) drawLine(context, line, step, box, colour, unit);
  for (const line of order) drawHead(context, line, step, box, colour, unit);
}

function drawLine(context: CanvasRenderingContext2D, line: LossLine, step: number, box: Box, colour: ColourOf, unit: number): void {
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

/** Losses that a log axis has no place for: hollow marks on its lower edge, thinned where they would merge. */
function drawBelow(context: CanvasRenderingContext2D, { path, below, style }: LossLine, box: Box, colour: ColourOf, unit: number): void {
  const radius = 3 * unit;
  let last = -Infinity;
  const rings = new Path2D();
  for (const row of below) {
    const x = at(path.x, row);
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

function drawHead(context: CanvasRenderingContext2D, { path, style }: LossLine, step: number, box: Box, colour: ColourOf, unit: number): void {
  const here = indexOfRow(path.rows, step);
  const point = { x: at(path.x, here), y: at(path.y, here) };
  if (point.y >= box.top && point.y <= box.bottom) {
    drawMarker(context, style.marker, point, 4.5 * unit, { ink: colour(style.colour), paper: colour(colours.paper) });
  }
}
