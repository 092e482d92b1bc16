import { axisValue } from '../../engine/sweep/axes';
import type { AxisRange } from '../../experiment/core/types';
import { at } from '../kit/geometry/at';
import type { Fraction } from '../kit/geometry/panZoom';

/** One number for each pixel of a sweep. */
export interface SweepGrid {
  readonly width: number;
  readonly height: number;
  /** Rows that are computed, from row 0 on. */
  readonly done: number;
  /** height x width; row 0 is at the beginning of the y axis. The centres of the outermost pixels lie on the ends of the axes. */
  readonly values: Float32Array;
}

/** One pixel: the exact values that its run had, and the number that decides its colour. */
export interface SweepCell {
  readonly x: number;
  readonly y: number;
  readonly value: number;
  /** Its centre on the plot, 0 to 1 along each axis. */
  readonly position: Fraction;
}

/** The pixel whose centre is nearest to a position along an axis of `count` pixels; 0 is the first centre, 1 the last. */
const pixelAt = (position: number, count: number): number =>
  Math.max(0, Math.min(Math.round(position * (count - 1)), count - 1));

/** The position of the centre of a pixel along an axis of `count` pixels. */
const pixelPosition = (pixel: number, count: number): number => (count > 1 ? pixel / (count - 1) : 0);

/** The pixel nearest to a position in the finest grid whose row there is done; null where there is none. */
export function cellAt(grids: readonly SweepGrid[], x: AxisRange, y: AxisRange, position: Fraction): SweepCell | null {
  const grid = grids.findLast(({ height, done }) => pixelAt(position.y, height) < done);
  if (!grid) return null;
  const { width, height, values } = grid;
  const [column, row] = [pixelAt(position.x, width), pixelAt(position.y, height)];
  return {
    x: axisValue(x, column, width),
    y: axisValue(y, row, height),
    value: at(values, row * width + column),
    position: { x: pixelPosition(column, width), y: pixelPosition(row, height) },
  };
}

/** The position some pixels of a grid away, kept inside the plot. */
export function positionBeside(
  { width, height }: SweepGrid,
  position: Fraction,
  columns: number,
  rows: number,
): Fraction {
  const column = Math.max(0, Math.min(pixelAt(position.x, width) + columns, width - 1));
  const row = Math.max(0, Math.min(pixelAt(position.y, height) + rows, height - 1));
  return { x: pixelPosition(column, width), y: pixelPosition(row, height) };
}
