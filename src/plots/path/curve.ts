import type { Landscape } from '../../engine/view/types';
import { at } from '../kit/geometry/at';

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
