import type { Landscape } from '../../engine/view/types';
import { at } from '../kit/geometry/at';

/** The coordinate of node `i` of a landscape of one axis. */
export const nodeAt = ({ view, width }: Landscape, i: number): number =>
  view.x[0] + (i / (width - 1)) * (view.x[1] - view.x[0]);

/** Losses of a landscape of one axis at the nodes inside a range, or at all nodes where fewer than two are inside. */
export function lossesWithin(landscape: Landscape, [low, high]: readonly [number, number]): Float32Array {
  const inside = landscape.values.filter((_, i) => nodeAt(landscape, i) >= low && nodeAt(landscape, i) <= high);
  return inside.length < 2 ? landscape.values : inside;
}

/** The loss of the painted curve at `x`, interpolated between two nodes; null beyond its ends or at a gap. */
export function curveAt(landscape: Landscape, x: number): number | null {
  const { view, width, values } = landscape;
  const position = ((x - view.x[0]) / (view.x[1] - view.x[0])) * (width - 1);
  const before = Math.min(Math.floor(position), width - 2);
  const low = at(values, before);
  const loss = low + (position - before) * (at(values, before + 1) - low);
  return Number.isFinite(loss) && position <= width - 1 ? loss : null;
}
