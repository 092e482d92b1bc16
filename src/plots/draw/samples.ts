import { at } from '../geometry/at';
import { clipSegment } from '../geometry/clip';
import type { ColourOf } from '../parts/useColours';
import type { DataPlotProps } from '../types';
import { clipTo } from './clipTo';
import { colours } from './colours';
import type { Plane } from './surface';

/** Every sample as a dot; where they lie thick, they darken. */
export function drawSamples(context: CanvasRenderingContext2D, across: Float64Array, up: Float64Array, { x, y, box }: Plane, ink: string, unit: number): void {
  clipTo(context, box);
  context.fillStyle = ink;
  context.globalAlpha = across.length > 300 ? 0.35 : 0.6;
  const side = 2.6 * unit;
  for (let i = 0; i < across.length; i++) {
    // Squares of this size read as dots and cost a tenth of arcs.
    context.fillRect(x(at(across, i)) - side / 2, y(at(up, i)) - side / 2, side, side);
  }
}

/** The samples of a batch, ringed over the others. */
export function drawHighlight(
  context: CanvasRenderingContext2D,
  samples: readonly number[],
  across: Float64Array,
  up: Float64Array,
  { x, y, box }: Plane,
  ink: string,
  paper: string,
  unit: number,
): void {
  clipTo(context, box);
  const rings = new Path2D();
  for (const i of samples) {
    const [left, top] = [x(at(across, i)), y(at(up, i))];
    rings.moveTo(left + 3.5 * unit, top);
    rings.arc(left, top, 3.5 * unit, 0, 2 * Math.PI);
  }
  context.strokeStyle = paper;
  context.lineWidth = 3.5 * unit;
  context.stroke(rings);
  context.fillStyle = ink;
  context.fill(rings);
}

/** Each run's line from one end of the plot to the other, the selected run on top. */
export function drawFits(
  context: CanvasRenderingContext2D,
  line: DataPlotProps['line'],
  styles: DataPlotProps['styles'],
  selected: number,
  { x, y, box }: Plane,
  colour: ColourOf,
  unit: number,
): void {
  clipTo(context, box);
  const [low, high] = x.domain;
  const order = [...styles.keys()].sort((a, b) => Number(a === selected) - Number(b === selected));
  for (const run of order) {
    const style = styles[run];
    const [left, right] = [line(run, low), line(run, high)];
    if (!style || left === null || right === null) continue;
    const seen = clipSegment({ x0: x(low), y0: y(left), x1: x(high), y1: y(right) }, box);
    if (!seen) continue;
    const path = new Path2D();
    path.moveTo(seen.x0, seen.y0);
    path.lineTo(seen.x1, seen.y1);
    context.lineCap = 'round';
    context.setLineDash([]);
    context.strokeStyle = colour(colours.paper);
    context.lineWidth = 4 * unit;
    context.stroke(path);
    context.setLineDash(style.dash.map((length) => length * unit));
    context.strokeStyle = colour(style.colour);
    context.lineWidth = 2 * unit;
    context.stroke(path);
  }
}
