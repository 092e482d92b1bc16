import { at } from '../kit/geometry/at';
import { contains } from '../kit/geometry/clip';
import { shareOf } from '../kit/geometry/colourRange';
import type { Plane } from '../kit/geometry/plane';
import { extentOf } from '../kit/geometry/range';
import { clipTo } from '../kit/paint/clipTo';
import { colours } from '../kit/paint/colours';
import type { Painter } from '../kit/paint/painter';
import { perUnitOf, towards, type Vector } from './direction';
import type { GradientField } from './types';

/** A faint arrow at each node of a grid, in the direction in which the loss rises fastest; none where the gradient is 0. */
export function paintField({ context, box, colourOf, unit }: Painter, field: GradientField, plane: Plane): void {
  const { view, width, height, lengths } = field;
  clipTo(context, box);
  const perUnit = perUnitOf(plane.x, plane.y);
  const spacing = Math.min(
    Math.abs(((view.x[1] - view.x[0]) / (width - 1)) * perUnit.x),
    Math.abs(((view.y[1] - view.y[0]) / (height - 1)) * perUnit.y),
  );
  const sizes = Float64Array.from({ length: width * height }, (_, i) => Math.hypot(at(field.x, i), at(field.y, i)));
  const range = extentOf(sizes, (size) => size > 0);
  const arrows = new Path2D();
  sizes.forEach((size, i) => {
    const direction = towards({ x: at(field.x, i), y: at(field.y, i) }, perUnit);
    const node = {
      x: plane.x(view.x[0] + ((i % width) / (width - 1)) * (view.x[1] - view.x[0])),
      y: plane.y(view.y[0] + (Math.floor(i / width) / (height - 1)) * (view.y[1] - view.y[0])),
    };
    if (!direction || !range || !contains(box, node.x, node.y)) return;
    const share = lengths === 'unit' ? 1 : MIN_LENGTH + (1 - MIN_LENGTH) * shareOf(size, range, 'log');
    traceArrow(arrows, node, direction, 0.75 * spacing * share);
  });
  context.strokeStyle = colourOf(colours.inkSoft);
  context.globalAlpha = 0.6;
  context.lineWidth = unit;
  context.lineCap = 'round';
  context.stroke(arrows);
}

/** Length of the arrow of the smallest gradient, as a share of the longest: its direction must still be visible. */
const MIN_LENGTH = 0.25;

/** An arrow with its middle at a point. */
function traceArrow(pen: Path2D, middle: Vector, { x, y }: Vector, length: number): void {
  const tip = { x: middle.x + (x * length) / 2, y: middle.y + (y * length) / 2 };
  const head = 0.3 * length;
  pen.moveTo(middle.x - (x * length) / 2, middle.y - (y * length) / 2);
  pen.lineTo(tip.x, tip.y);
  pen.moveTo(tip.x - head * (x + 0.6 * y), tip.y - head * (y - 0.6 * x));
  pen.lineTo(tip.x, tip.y);
  pen.lineTo(tip.x - head * (x - 0.6 * y), tip.y - head * (y + 0.6 * x));
}
