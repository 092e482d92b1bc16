import { indicesFrom, numbersFrom } from '../../engine/common/fill';
import { coordinateAlong } from '../../engine/view/projection';
import type { RunTrace } from '../../engine/trace/types';
import type { View } from '../../engine/view/types';
import { at } from '../kit/geometry/at';
import { contains, grow } from '../kit/geometry/clip';
import { indexOfRow, tracePath, visibleEnd, type ScreenPath } from '../kit/geometry/path';
import type { ColourOf } from '../kit/paint/useColours';
import type { RunStyle } from '../kit/types';
import { clipTo } from '../kit/paint/clipTo';
import { colours } from '../kit/paint/colours';
import { drawBreak, drawMarker } from '../kit/paint/marker';
import type { Plane } from '../kit/paint/surface';

/** The rows of a run in pixels, up to its last finite one: over the two axes of a view, or one and the loss. */
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

/** How one run is drawn. */
export interface RunPicture {
  readonly path: ScreenPath;
  readonly style: RunStyle;
  readonly diverged: boolean;
}

/** Paths with their iterates: strong up to `step`, faint after it, a marker where each run stands, the selected run on top. */
export function drawPaths(
  context: CanvasRenderingContext2D,
  runs: readonly RunPicture[],
  selected: number,
  step: number,
  plane: Plane,
  colour: ColourOf,
  unit: number,
): void {
  context.save();
  clipTo(context, plane.box);
  const order = [...runs.filter((_, run) => run !== selected), ...runs.slice(selected, selected + 1)];
  for (const run of order) drawRun(context, run, step, plane, colour, unit);
  for (const { path, style } of order) {
    const here = indexOfRow(path.rows, step);
    const point = { x: at(path.x, here), y: at(path.y, here) };
    const inks = { ink: colour(style.colour), paper: colour(colours.paper) };
    if (contains(plane.box, point.x, point.y)) drawMarker(context, style.marker, point, 5.5 * unit, inks);
  }
  context.restore();
  // Breaks reach over the edge, in the direction in which the run left.
  for (const run of order) if (run.diverged) drawRunBreak(context, run, step, plane, colour, unit);
}

const faint = 0.3;

function drawRun(
  context: CanvasRenderingContext2D,
  { path, style }: RunPicture,
  step: number,
  plane: Plane,
  colour: ColourOf,
  unit: number,
): void {
  const here = indexOfRow(path.rows, step);
  const last = path.rows.length - 1;
  const ink = colour(style.colour);
  const paper = colour(colours.paper);
  const room = grow(plane.box, 8 * unit);
  context.strokeStyle = ink;
  context.lineJoin = 'round';
  context.lineWidth = 1.75 * unit;
  context.setLineDash(style.dash.map((length) => length * unit));
  const stroke = (from: number, to: number) => {
    const line = new Path2D();
    tracePath(line, path, from, to, room);
    context.stroke(line);
  };
  context.globalAlpha = faint;
  stroke(here, last);
  context.globalAlpha = 1;
  stroke(0, here);
  context.setLineDash([]);
  drawIterates(context, path, here, plane, { ink, paper }, unit);
}

/** Faint while the transport has not come to it. */
function drawRunBreak(
  context: CanvasRenderingContext2D,
  { path, style }: RunPicture,
  step: number,
  { box }: Plane,
  colour: ColourOf,
  unit: number,
): void {
  const end = visibleEnd(path, box);
  if (!end) return;
  context.globalAlpha = step >= path.rows.length ? 1 : 2 * faint;
  drawBreak(context, end, 4.5 * unit, { ink: colour(style.colour), paper: colour(colours.paper) });
  context.globalAlpha = 1;
}

/** A small ring on every iterate that keeps clear of the one before it: where they would merge, the line alone speaks. */
function drawIterates(
  context: CanvasRenderingContext2D,
  path: ScreenPath,
  to: number,
  { box }: Plane,
  { ink, paper }: { ink: string; paper: string },
  unit: number,
): void {
  const radius = 1.9 * unit;
  const clear = (2.2 * radius) ** 2;
  const rings = new Path2D();
  let lastX = Infinity;
  let lastY = Infinity;
  for (let i = 0; i <= to; i++) {
    const x = at(path.x, i);
    const y = at(path.y, i);
    if (!contains(box, x, y) || (x - lastX) ** 2 + (y - lastY) ** 2 < clear) continue;
    rings.moveTo(x + radius, y);
    rings.arc(x, y, radius, 0, 2 * Math.PI);
    lastX = x;
    lastY = y;
  }
  context.fillStyle = paper;
  context.fill(rings);
  context.lineWidth = unit;
  context.strokeStyle = ink;
  context.stroke(rings);
}
