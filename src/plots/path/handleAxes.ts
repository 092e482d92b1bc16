import { coordinateAlong, withCoordinates } from '../../engine/view/projection';
import type { View } from '../../engine/view/types';
import type { AxedPlane } from '../kit/parts/plane';
import type { HandleAxis } from '../kit/parts/PointHandle';

/** The coordinates of a point that a handle moves, along the axes of the plot; `y` is null if the plot has one axis. */
export function handleAxes(
  point: readonly number[],
  view: View,
  plane: AxedPlane,
  xName: string,
  yName: string,
): { x: HandleAxis; y: HandleAxis | null } {
  const { box } = plane;
  const [first, second] = view.axes;
  const x: HandleAxis = {
    name: xName,
    value: coordinateAlong(first, point),
    range: view.x,
    invert: (pixel) => plane.x.invert(pixel),
    length: box.right - box.left,
  };
  if (second === undefined) return { x, y: null };
  const y: HandleAxis = {
    name: yName,
    value: coordinateAlong(second, point),
    range: view.y,
    invert: (pixel) => plane.y.invert(pixel),
    length: box.bottom - box.top,
  };
  return { x, y };
}

/**
 * The point moved to other coordinates along the plot's axes; its offset from their plane does not change. In a
 * principal view its numbers are rounded to 7 significant digits, as many as float32 has.
 */
export function moved(point: readonly number[], { kind, axes }: View, x: number, y: number | null): number[] {
  const to = withCoordinates(point, axes, y === null ? [x] : [x, y]);
  return kind !== 'principal' ? to : to.map((value) => Number(value.toPrecision(7)));
}
