import { indicesFrom, numbersFrom } from '../../engine/common/fill';
import { coordinateAlong } from '../../engine/view/projection';
import type { RunTrace } from '../../engine/trace/types';
import type { View } from '../../engine/view/types';
import { at } from '../kit/geometry/at';
import { contains, grow } from '../kit/geometry/clip';
import { indexOfRow, tracePath, visibleEnd, type ScreenPath } from '../kit/geometry/path';
import type { Plane } from '../kit/geometry/plane';
import { clipTo } from '../kit/paint/clipTo';
import { colours } from '../kit/paint/colours';
import { paintBreak, paintMarker } from '../kit/paint/marker';
import type { Painter } from '../kit/paint/painter';
import type { RunStyle } from '../kit/types';

/** The rows of a run in pixels, up to its last finite one: over the two axes of a view, or over one axis and the loss. */
export function pathOf(run: RunTrace, axes: View['axes'], parameters: number, { x, y }: Plane): ScreenPath {
  const [first, second] = axes;
  const across = (row: number): number => coordinateAlong(first, run.params, row * parameters);
  const up = (row: number): number =>
    second === undefined ? at(run.loss, row) : coordinateAlong(second, run.params, row * parameters);
  let finite = 0;
  while (finite < run.rows && Number.isFinite(across(finite)) && Number.isFinite(up(finite))) finite++;
  return {
    x: numbersFrom(finite, (row) => x(across(row))),
    y: numbersFrom(finite, (row) => y(up(row))),
    rows: indicesFrom(finite, (row) => row),
  };
}

/** One run's path in pixels and how it looks. */
export interface PlottedRun {
  readonly path: ScreenPath;
  readonly style: RunStyle;
  readonly diverged: boolean;
}

/** How far paths are shown: strongly up to the step, and after it faintly or not at all. */
interface Extent {
  readonly step: number;
  readonly hidesFuture: boolean;
}

/**
 * Paths with their iterates and a marker at the step, the selected run on top. Between two steps, at `step` 3.5, the marker
 * is on its way from one point to the next.
 */
export function paintPaths(
  painter: Painter,
  runs: readonly PlottedRun[],
  selected: number,
  { step, hidesFuture }: Extent,
): void {
  const { context, box, unit } = painter;
  context.save();
  clipTo(context, box);
  const order = [...runs.filter((_, run) => run !== selected), ...runs.slice(selected, selected + 1)];
  for (const run of order) paintRun(painter, run, step, hidesFuture ? 0 : FAINT);
  for (const { path, style } of order) {
    const point = pointAt(path, step);
    if (contains(box, point.x, point.y)) paintMarker(painter, style, point, 5.5 * unit);
  }
  context.restore();
  if (hidesFuture) return;
  // Not clipped: a break extends over the edge, in the direction in which the run left.
  for (const run of order) if (run.diverged) paintRunBreak(painter, run, step);
}

/** The point of a path at a step, or between two: on the straight line from one to the next, as the path is drawn. */
function pointAt({ x, y, rows }: ScreenPath, step: number): { readonly x: number; readonly y: number } {
  const i = indexOfRow(rows, Math.floor(step));
  const next = Math.min(i + 1, rows.length - 1);
  // A log may lack steps: its marker waits at the last point that it has.
  const isNext = at(rows, next) === Math.floor(step) + 1;
  const share = isNext ? step - Math.floor(step) : 0;
  return {
    x: at(x, i) + share * (at(x, next) - at(x, i)),
    y: at(y, i) + share * (at(y, next) - at(y, i)),
  };
}

/** Opacity of what lies after the transport's step. */
const FAINT = 0.3;

function paintRun(painter: Painter, { path, style }: PlottedRun, step: number, opacityAfter: number): void {
  const { context, box, colourOf, unit } = painter;
  const now = indexOfRow(path.rows, Math.floor(step));
  const last = path.rows.length - 1;
  context.strokeStyle = colourOf(style.colour);
  context.lineJoin = 'round';
  context.lineWidth = 1.75 * unit;
  context.setLineDash(style.dash.map((length) => length * unit));
  const stroke = (from: number, to: number) => {
    const line = new Path2D();
    tracePath(line, path, from, to, grow(box, 8 * unit));
    context.stroke(line);
  };
  context.globalAlpha = opacityAfter;
  stroke(now, last);
  context.globalAlpha = 1;
  stroke(0, now);
  if (step > Math.floor(step) && now >= 0) strokeUnderWay(context, path, now, pointAt(path, step));
  context.setLineDash([]);
  paintIterates(painter, path, now, style);
}

/** The piece of the path from a point to where the marker is under way. */
function strokeUnderWay(
  context: Painter['context'],
  { x, y }: ScreenPath,
  from: number,
  to: { readonly x: number; readonly y: number },
): void {
  context.beginPath();
  context.moveTo(at(x, from), at(y, from));
  context.lineTo(to.x, to.y);
  context.stroke();
}

/** Faint while the transport has not reached the end of the run. */
function paintRunBreak(painter: Painter, { path, style }: PlottedRun, step: number): void {
  const { context, box } = painter;
  const end = visibleEnd(path, box);
  if (!end) return;
  context.globalAlpha = step >= path.rows.length ? 1 : 2 * FAINT;
  paintBreak(painter, end, style);
  context.globalAlpha = 1;
}

/** A small ring on every iterate up to index `to`, except where rings would overlap. */
function paintIterates(
  { context, box, colourOf, unit }: Painter,
  path: ScreenPath,
  to: number,
  { colour }: RunStyle,
): void {
  const radius = 1.9 * unit;
  const leastSquare = (2.2 * radius) ** 2;
  const rings = new Path2D();
  let lastX = Infinity;
  let lastY = Infinity;
  for (let i = 0; i <= to; i++) {
    const x = at(path.x, i);
    const y = at(path.y, i);
    if (!contains(box, x, y) || (x - lastX) ** 2 + (y - lastY) ** 2 < leastSquare) continue;
    rings.moveTo(x + radius, y);
    rings.arc(x, y, radius, 0, 2 * Math.PI);
    lastX = x;
    lastY = y;
  }
  context.fillStyle = colourOf(colours.paper);
  context.fill(rings);
  context.lineWidth = unit;
  context.strokeStyle = colourOf(colour);
  context.stroke(rings);
}
