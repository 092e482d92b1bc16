import type { Vector } from './direction';

/** SVG path data of the head of an arrow: two strokes of `size` pixels along a unit vector, and 0.6 of it to either side. */
export function arrowHead(tip: Vector, { x, y }: Vector, size: number): string {
  const side = (sign: number) => `${tip.x - size * (x + sign * 0.6 * y)} ${tip.y - size * (y - sign * 0.6 * x)}`;
  return `M${side(1)}L${tip.x} ${tip.y}L${side(-1)}`;
}
