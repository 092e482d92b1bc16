import { at } from '../kit/geometry/at';
import { contains, grow, type Box } from '../kit/geometry/clip';
import { indexOfRow, leavesBox, tracePath, visibleEnd, type PathEnd, type ScreenPath } from '../kit/geometry/path';
import { clipTo } from '../kit/paint/clipTo';
import { colours } from '../kit/paint/colours';
import { paintBreak, paintExit, paintMarker } from '../kit/paint/marker';
import type { Painter } from '../kit/paint/painter';
import type { Line } from './line';

/** How lines look after the current step: shown faintly, or not at all. */
interface After {
  readonly step: number;
  readonly isHidden: boolean;
}

/** Lines over their limits, the selected run on top; each is strong up to the step, where its marker stands, and faint or hidden after it. */
export function paintLines(painter: Painter, lines: readonly Line[], selected: number, after: After): void {
  const order = [...lines.filter((_, run) => run !== selected), ...lines.slice(selected, selected + 1)];
  for (const line of order) paintLimit(painter, line);
  for (const line of order) paintValidationLine(painter, line, after);
  for (const line of order) paintLine(painter, line, after);
  for (const line of order) paintMarkerAtStep(painter, line, after.step);
}

/** How one path is stroked; lengths in the painter's unit. */
interface Stroke {
  readonly colour: string;
  readonly width: number;
  readonly dash: readonly number[];
  readonly join?: CanvasLineJoin;
}

function tracedPath({ box, unit }: Painter, path: ScreenPath): Path2D {
  const traced = new Path2D();
  tracePath(traced, path, 0, path.rows.length - 1, grow(box, 8 * unit));
  return traced;
}

/** Strokes the part of a path inside a clip box. */
function strokePath({ context, colourOf, unit }: Painter, path: Path2D, clip: Box, alpha: number, stroke: Stroke) {
  context.save();
  clipTo(context, clip);
  context.globalAlpha = alpha;
  context.strokeStyle = colourOf(stroke.colour);
  context.lineWidth = stroke.width * unit;
  if (stroke.join) context.lineJoin = stroke.join;
  context.setLineDash(stroke.dash.map((length) => length * unit));
  context.stroke(path);
  context.restore();
}

/** Strokes a path strongly up to the line's position at `step` and faintly after it: x never decreases along a run. */
function strokeAround(painter: Painter, path: ScreenPath, line: Line, after: After, faint: number, stroke: Stroke) {
  const { box } = painter;
  const traced = tracedPath(painter, path);
  const x = at(line.path.x, indexOfRow(line.path.rows, after.step));
  const now = Math.max(box.left, Math.min(box.right, x));
  strokePath(painter, traced, { ...box, right: now }, 1, stroke);
  if (!after.isHidden) strokePath(painter, traced, { ...box, left: now }, faint, stroke);
}

function paintLimit(painter: Painter, { limit, style }: Line): void {
  if (!limit) return;
  strokePath(painter, tracedPath(painter, limit), painter.box, 1, { colour: style.colour, width: 1.5, dash: [1.5, 3] });
}

/** Thin, in short dashes. */
function paintValidationLine(painter: Painter, line: Line, after: After): void {
  const { validation, style } = line;
  if (validation)
    strokeAround(painter, validation, line, after, 0.35, { colour: style.colour, width: 1.25, dash: [2.5, 2.5] });
}

function paintLine(painter: Painter, line: Line, after: After): void {
  const { thinned, style } = line;
  strokeAround(painter, thinned, line, after, 0.3, {
    colour: style.colour,
    width: 1.75,
    dash: style.dash,
    join: 'round',
  });
  // The marks below lie all along the line.
  if (after.isHidden) return;
  paintNonPositive(painter, line);
  paintEnd(painter, line);
}

/**
 * The end of a run that breaks: an arrow where it leaves the plot upwards or downwards and its numbers go on; a cross where
 * they end, on the edge of the plot if they had left it.
 */
function paintEnd(painter: Painter, { path, thinned, diverged, grows, style }: Line): void {
  const end = diverged || grows ? visibleEnd(thinned, painter.box) : null;
  if (!end) return;
  // A plot of some of the steps has a right end at which no line ends.
  const isCutAtRight = end.out !== null && end.x >= painter.box.right - 0.5;
  if (isCutAtRight) return;
  const leaves = leavesBox(end);
  const last = path.x.at(-1) ?? end.x;
  // A cross at the arrow would make a star of both.
  const breaksThere = !leaves || last - end.x < LEAST_GAP * painter.unit;
  if (leaves && !(diverged && breaksThere)) paintExit(painter, end, style);
  if (!diverged) return;
  if (breaksThere) paintBreak(painter, end, style);
  else if (last <= painter.box.right) {
    paintOutside(painter, end, last, style);
    paintBreak(painter, { x: last, y: end.y, out: null }, style);
  }
}

/** Dots along the edge of the plot, from where a line left it to where its numbers end: in between it goes on outside. */
function paintOutside(
  { context, colourOf, unit }: Painter,
  { x, y }: PathEnd,
  last: number,
  { colour }: Line['style'],
): void {
  context.save();
  context.strokeStyle = colourOf(colour);
  context.lineWidth = 1.5 * unit;
  context.setLineDash([1.5 * unit, 4 * unit]);
  context.beginPath();
  context.moveTo(x, y);
  context.lineTo(last, y);
  context.stroke();
  context.restore();
}

/** Pixels between an arrow and a cross behind it, in the painter's unit. */
const LEAST_GAP = 16;

/** Values that a log axis cannot show: hollow marks on its lower edge, thinned where they would merge. */
function paintNonPositive({ context, box, colourOf, unit }: Painter, { path, nonPositive, style }: Line): void {
  const radius = 3 * unit;
  let last = -Infinity;
  const rings = new Path2D();
  for (const i of nonPositive) {
    const x = at(path.x, i);
    if (x - last < 3 * radius || x < box.left || x > box.right) continue;
    rings.moveTo(x + radius, box.bottom);
    rings.arc(x, box.bottom, radius, 0, 2 * Math.PI);
    last = x;
  }
  context.fillStyle = colourOf(colours.paper);
  context.fill(rings);
  context.strokeStyle = colourOf(style.colour);
  context.lineWidth = 1.25 * unit;
  context.stroke(rings);
}

function paintMarkerAtStep(painter: Painter, { path, style }: Line, step: number): void {
  const { box, unit } = painter;
  const i = indexOfRow(path.rows, step);
  const point = { x: at(path.x, i), y: at(path.y, i) };
  if (contains(box, point.x, point.y)) paintMarker(painter, style, point, 4.5 * unit);
}
