import type { Axis, View } from './types';

/** The coordinate of a point along an axis; `first` is the index of the point's first number in `values`. */
export function coordinateAlong(axis: Axis, values: ArrayLike<number>, first = 0): number {
  if (typeof axis === 'number') return values[first + axis] as number;
  const { unit, centre } = axis;
  let sum = 0;
  for (let i = 0; i < unit.length; i += 1)
    sum += ((values[first + i] as number) - (centre[i] as number)) * (unit[i] as number);
  return sum;
}

/** The unit vector along an axis, one number per parameter. */
export const vectorAlong = (axis: Axis, parameters: number): readonly number[] =>
  typeof axis === 'number' ? Array.from({ length: parameters }, (_, i) => Number(i === axis)) : axis.unit;

/** The component of a vector of parameter space, e.g. a gradient, along an axis. */
export const componentAlong = (axis: Axis, vector: ArrayLike<number>): number =>
  typeof axis === 'number'
    ? (vector[axis] as number)
    : axis.unit.reduce((sum, u, i) => sum + u * (vector[i] as number), 0);

/** The point moved to other coordinates along a view's axes; its offset from their plane does not change. */
export function withCoordinates(
  point: readonly number[],
  axes: View['axes'],
  coordinates: readonly number[],
): number[] {
  const moved = Array.from(point);
  axes.forEach((axis, k) => {
    const to = coordinates[k];
    if (to === undefined) return;
    if (typeof axis === 'number') {
      moved[axis] = to;
      return;
    }
    // The axes are at right angles, so moving along the other one does not change the distance to move along this
    // one.
    const by = to - coordinateAlong(axis, point);
    axis.unit.forEach((u, i) => (moved[i] = (moved[i] as number) + by * u));
  });
  return moved;
}

/** The point of parameter space at the position (x, y) of a view. */
export const pointOnPlane = ({ axes, held }: View, x: number, y: number): number[] =>
  withCoordinates(held, axes, [x, y]);

/**
 * Whether two views have the same axes. Any two principal views count as having the same, because their directions
 * change while the path grows: the landscape over the former directions is shown until the next one arrives.
 */
export const hasSameAxes = (one: View, other: View): boolean =>
  one.kind === other.kind && (one.kind === 'principal' || one.axes.every((axis, k) => axis === other.axes[k]));
