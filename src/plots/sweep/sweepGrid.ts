import { axisValue } from '../../engine/sweep/axes';
import type { SweepAxis } from '../../engine/sweep/types';
import { at } from '../kit/geometry/at';
import type { Fraction } from '../kit/geometry/view';

/** One number a run over two settings. */
export interface SweepGrid {
  readonly width: number;
  readonly height: number;
  /** Rows known so far, from row 0 on. */
  readonly done: number;
  /** height x width, row 0 at the beginning of the y axis, pixel centres at the ends of each axis. */
  readonly values: Float32Array;
}

/** One run of a sweep: its two settings, exactly as it had them, and the number that it is coloured by. */
export interface SweepCell {
  readonly x: number;
  readonly y: number;
  readonly value: number;
  /** Where it lies in the plot, 0 to 1 along each axis. */
  readonly place: Fraction;
}

type SweepRange = Pick<SweepAxis, 'from' | 'to' | 'scale'>;

/** The pixel whose centre is nearest to a place along an axis of `count` pixels, 0 at the first centre and 1 at the last. */
const pixelAt = (place: number, count: number): number =>
  Math.max(0, Math.min(Math.round(place * (count - 1)), count - 1));

/** Where the centre of a pixel lies along an axis of `count` pixels. */
const placeOfPixel = (pixel: number, count: number): number => (count > 1 ? pixel / (count - 1) : 0);

/** The run nearest to a place, of the last grid that knows it; null where none does. */
export function cellAt(grids: readonly SweepGrid[], x: SweepRange, y: SweepRange, place: Fraction): SweepCell | null {
  const grid = grids.findLast(({ height, done }) => pixelAt(place.y, height) < done);
  if (!grid) return null;
  const { width, height, values } = grid;
  const [column, row] = [pixelAt(place.x, width), pixelAt(place.y, height)];
  return {
    x: axisValue({ of: '', ...x }, column, width),
    y: axisValue({ of: '', ...y }, row, height),
    value: at(values, row * width + column),
    place: { x: placeOfPixel(column, width), y: placeOfPixel(row, height) },
  };
}

/** The place so many pixels of the finest grid away, kept inside. */
export function placeBeside({ width, height }: SweepGrid, place: Fraction, columns: number, rows: number): Fraction {
  const column = Math.max(0, Math.min(pixelAt(place.x, width) + columns, width - 1));
  const row = Math.max(0, Math.min(pixelAt(place.y, height) + rows, height - 1));
  return { x: placeOfPixel(column, width), y: placeOfPixel(row, height) };
}
