import type { SweepPlotAxis, SweepRegion } from './types';
import { scaleBy } from '../kit/geometry/scale';
import { roundToPixel, type Fraction } from '../kit/geometry/panZoom';

type Axis = Pick<SweepPlotAxis, 'from' | 'to' | 'scale'>;

/**
 * The part of a sweep between two corners. Its values have as many digits as one pixel can tell apart; the ends of the
 * axes stay exact. Null where the corners lie on one line.
 */
export function regionOf(
  x: Axis,
  y: Axis,
  a: Fraction,
  b: Fraction,
  { width, height }: { width: number; height: number },
): SweepRegion | null {
  const across = between(x, a.x, b.x, width);
  const up = between(y, a.y, b.y, height);
  return across[0] === across[1] || up[0] === up[1] ? null : { x: across, y: up };
}

function between(axis: Axis, a: number, b: number, pixels: number): [number, number] {
  return [valueAt(axis, Math.min(a, b), pixels), valueAt(axis, Math.max(a, b), pixels)];
}

function valueAt({ from, to, scale }: Axis, position: number, pixels: number): number {
  if (position <= 0) return from;
  if (position >= 1) return to;
  const { invert } = scaleBy[scale]([from, to], [0, pixels]);
  const [value, next] = [invert(position * pixels), invert(position * pixels + 1)];
  return roundToPixel(value, value < next ? [value, next] : [next, value], 1);
}
