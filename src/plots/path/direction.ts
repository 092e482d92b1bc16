import type { Scale } from '../kit/geometry/scale';

/** Pixels of one unit along each axis; y is negative, because pixels count downwards. */
export interface PerUnit {
  readonly x: number;
  readonly y: number;
}

export const perUnitOf = (x: Scale, y: Scale): PerUnit => ({ x: x(1) - x(0), y: y(1) - y(0) });

export interface Vector {
  readonly x: number;
  readonly y: number;
}

/**
 * The direction on the plot, as a unit vector in pixels, of a displacement in parameter space. With different units on the two
 * axes a gradient is not at right angles to the contours, but a step along it goes there. Null for a displacement that is 0
 * or not finite.
 */
export function towards(displacement: Vector, perUnit: PerUnit): Vector | null {
  const size = Math.max(Math.abs(displacement.x), Math.abs(displacement.y));
  // Divided by the larger coordinate first: the square of 1e200 overflows.
  const [x, y] = [(displacement.x / size) * perUnit.x, (displacement.y / size) * perUnit.y];
  const length = Math.hypot(x, y);
  return Number.isFinite(length) && length > 0 ? { x: x / length, y: y / length } : null;
}

export const unitVector = (angle: number): Vector => ({ x: Math.cos(angle), y: Math.sin(angle) });

const perDegree = Math.PI / 180;

export const degreesOf = (angle: number): number => Math.round(angle / perDegree);

/** The angle in radians, in (-pi, pi], of a number of degrees, which is rounded. */
export function angleOfDegrees(degrees: number): number {
  const turned = ((((Math.round(degrees) + 179) % 360) + 360) % 360) - 179;
  return turned * perDegree;
}

/** The angle in parameter space, a multiple of one degree, of the direction from one pixel to another. */
export const angleTowards = (from: Vector, to: Vector, perUnit: PerUnit): number =>
  angleOfDegrees(Math.atan2((to.y - from.y) / perUnit.y, (to.x - from.x) / perUnit.x) / perDegree);
