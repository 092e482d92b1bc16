import type { Landscape } from '../../engine/view/types';
import { at } from '../kit/geometry/at';
import { grow } from '../kit/geometry/clip';
import { tracePath, type ScreenPath } from '../kit/geometry/path';
import type { ColourOf } from '../kit/paint/useColours';
import { clipTo } from '../kit/paint/clipTo';
import { colours } from '../kit/paint/colours';
import type { Plane } from '../kit/paint/surface';

/** Where node `i` of a landscape of one axis lies. */
export const nodeAt = ({ view, width }: Landscape, i: number): number =>
  view.x[0] + (i / (width - 1)) * (view.x[1] - view.x[0]);

/** Losses of a landscape of one axis at its nodes inside a range; all of them where fewer than two are. */
export function lossesWithin(landscape: Landscape, [low, high]: readonly [number, number]): Float32Array {
  const inside = landscape.values.filter((_, i) => nodeAt(landscape, i) >= low && nodeAt(landscape, i) <= high);
  return inside.length < 2 ? landscape.values : inside;
}

/** The loss that the drawn curve has at `x`, between the two nodes beside it; null off the curve or at a gap. */
export function curveAt(landscape: Landscape, x: number): number | null {
  const { view, width, values } = landscape;
  const place = ((x - view.x[0]) / (view.x[1] - view.x[0])) * (width - 1);
  const before = Math.min(Math.floor(place), width - 2);
  const low = at(values, before);
  const loss = low + (place - before) * (at(values, before + 1) - low);
  return Number.isFinite(loss) && place <= width - 1 ? loss : null;
}

/** The loss over one parameter. Where it is not finite the curve has a gap. */
export function drawCurve(
  context: CanvasRenderingContext2D,
  landscape: Landscape,
  plane: Plane,
  colour: ColourOf,
  unit: number,
): void {
  clipTo(context, plane.box);
  const nodes = Array.from(landscape.values, (loss, i) => ({
    x: plane.x(nodeAt(landscape, i)),
    y: Number.isFinite(loss) ? plane.y(loss) : NaN,
  }));
  const path: ScreenPath = {
    x: Float64Array.from(nodes, ({ x }) => x),
    y: Float64Array.from(nodes, ({ y }) => y),
    rows: Int32Array.from(nodes, (_, i) => i),
  };
  const line = new Path2D();
  tracePath(line, path, 0, nodes.length - 1, grow(plane.box, 8));
  context.strokeStyle = colour(colours.inkSoft);
  context.lineWidth = 1.5 * unit;
  context.lineJoin = 'round';
  context.stroke(line);
}
