import { at } from './at';
import { clipSegment, contains, type Box, type Segment } from './clip';

/** A polyline in pixels; entry i is the run's row `rows[i]`. A NaN in `y` is a gap. */
export interface ScreenPath {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly rows: Int32Array;
}

/** Takes a polyline: a canvas context, a Path2D, `svgPen`, or a test's record. */
export interface Pen {
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
}

/** Distance in pixels below which a point makes no visible difference to the point before it. */
export const MIN_DISTANCE = 0.3;

/**
 * Writes entries `from` to `to` (inclusive) as a polyline clipped to `box`; gaps remain. Points on the same spot are
 * merged, but every visible bend stays.
 */
export function tracePath(pen: Pen, path: ScreenPath, from: number, to: number, box: Box): void {
  const last = Math.min(to, path.x.length - 1);
  let penX = NaN;
  let penY = NaN;
  let x0 = at(path.x, from);
  let y0 = at(path.y, from);
  for (let i = from + 1; i <= last; i++) {
    const x1 = at(path.x, i);
    const y1 = at(path.y, i);
    if (Number.isNaN(y0) || Number.isNaN(y1)) {
      x0 = x1;
      y0 = y1;
      continue;
    }
    if (i < last && Math.abs(x1 - x0) < MIN_DISTANCE && Math.abs(y1 - y0) < MIN_DISTANCE) continue;
    const inside = contains(box, x0, y0) && contains(box, x1, y1);
    const piece = inside ? { x0, y0, x1, y1 } : clipSegment({ x0, y0, x1, y1 }, box);
    if (piece) {
      if (piece.x0 !== penX || piece.y0 !== penY) pen.moveTo(piece.x0, piece.y0);
      pen.lineTo(piece.x1, piece.y1);
      penX = piece.x1;
      penY = piece.y1;
    }
    x0 = x1;
    y0 = y1;
  }
}

/** Index of the last entry whose row is at most `row`, or -1. Rows are ascending. */
export function indexOfRow(rows: Int32Array, row: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (at(rows, middle) <= row) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The part of a path up to a row, which is all that can be read while what comes next is hidden. */
export function pathUntil({ x, y, rows }: ScreenPath, row: number): ScreenPath {
  const count = indexOfRow(rows, row) + 1;
  return { x: x.subarray(0, count), y: y.subarray(0, count), rows: rows.subarray(0, count) };
}

/** Where the visible part of a path ends; `out` is the unit vector along which it left the box, null where it ends inside. */
export interface PathEnd {
  readonly x: number;
  readonly y: number;
  readonly out: { readonly dx: number; readonly dy: number } | null;
}

/** The end of a visible part that left the box. */
export type PathExit = PathEnd & { readonly out: NonNullable<PathEnd['out']> };

/** Whether the visible part of a path ends where it leaves the box. */
export const leavesBox = (end: PathEnd): end is PathExit => end.out !== null;

/** The last point of a path inside `box`, or null where no part of it is inside. */
export function visibleEnd(path: ScreenPath, box: Box): PathEnd | null {
  for (let i = path.x.length - 1; i >= 0; i--) {
    const x = at(path.x, i);
    const y = at(path.y, i);
    if (Number.isNaN(y)) continue;
    if (contains(box, x, y)) return { x, y, out: null };
    const piece = clipSegment({ x0: at(path.x, i - 1), y0: at(path.y, i - 1), x1: x, y1: y }, box);
    if (piece) return { x: piece.x1, y: piece.y1, out: direction({ x0: piece.x0, y0: piece.y0, x1: x, y1: y }) };
  }
  return null;
}

function direction({ x0, y0, x1, y1 }: Segment): { dx: number; dy: number } {
  // Divided by the larger coordinate first: the square of 1e200 overflows.
  const size = Math.max(Math.abs(x1 - x0), Math.abs(y1 - y0));
  const length = Math.hypot((x1 - x0) / size, (y1 - y0) / size);
  return { dx: (x1 - x0) / size / length, dy: (y1 - y0) / size / length };
}
