import { at } from './at';
import { clipSegment, grow, type Box, type Segment } from './clip';
import { MIN_DISTANCE, type ScreenPath } from './path';

interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * Upper left corner of a note beside a point: right of it and above, or left or below where it would leave the box; moved
 * into the box where no side has room.
 */
export function placeNote(
  point: { readonly x: number; readonly y: number },
  note: Size,
  box: Box,
  gap: number,
): { left: number; top: number } {
  const right = point.x + gap;
  const above = point.y - gap - note.height;
  const left = right + note.width <= box.right ? right : point.x - gap - note.width;
  const top = above >= box.top ? above : point.y + gap;
  return {
    left: Math.max(box.left, Math.min(left, box.right - note.width)),
    top: Math.max(box.top, Math.min(top, box.bottom - note.height)),
  };
}

/** The side of a point that a label is on. */
export interface Corner {
  readonly isRight: boolean;
  readonly isAbove: boolean;
}

const cornersFrom = (isRightFirst: boolean): readonly Corner[] =>
  [true, false].flatMap((isAbove) => [isRightFirst, !isRightFirst].map((isRight) => ({ isRight, isAbove })));

const leftFirst = cornersFrom(false);
const rightFirst = cornersFrom(true);

/**
 * The corner of a point at which its name covers the least of some curves; staying inside the box comes first. Of corners
 * that are equally good, the first of `order`: left before right is for the end of a curve, which comes from the left.
 */
export function placeName(
  end: { readonly x: number; readonly y: number },
  name: Size,
  box: Box,
  curves: readonly ScreenPath[],
  gap: number,
  order: 'leftFirst' | 'rightFirst' = 'leftFirst',
): Corner {
  const corners = order === 'leftFirst' ? leftFirst : rightFirst;
  const boxAt = ({ isRight, isAbove }: Corner): Box => {
    const left = isRight ? end.x + gap : end.x - gap - name.width;
    const top = isAbove ? end.y - gap - name.height : end.y + gap;
    return { left, top, right: left + name.width, bottom: top + name.height };
  };
  const boxes = corners.map(boxAt);
  const lengths = lengthsInside(
    curves,
    boxes.map((own) => grow(own, gap / 2)),
  );
  const costs = boxes.map((own, i) => overhang(own, box) + at(lengths, i));
  return corners.reduce((best, corner, i) => (at(costs, i) < at(costs, corners.indexOf(best)) ? corner : best));
}

/** Length in pixels of the parts of some curves that lie in each box. */
export function lengthsInside(curves: readonly ScreenPath[], boxes: readonly Box[]): readonly number[] {
  // Once along the curves: long ones have tens of thousands of pieces, nearly all of them elsewhere.
  const pieces = curves.flatMap((curve) => piecesNear(curve, around(boxes)));
  return boxes.map((box) => lengthInside(pieces, box));
}

/** The smallest box around some. */
const around = (boxes: readonly Box[]): Box => ({
  left: Math.min(...boxes.map(({ left }) => left)),
  top: Math.min(...boxes.map(({ top }) => top)),
  right: Math.max(...boxes.map(({ right }) => right)),
  bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
});

/** How far a box extends beyond another, in pixels times 1000: more than any length of curve inside the box. */
const overhang = (inner: Box, outer: Box): number =>
  1000 *
  Math.max(0, outer.left - inner.left, inner.right - outer.right, outer.top - inner.top, inner.bottom - outer.bottom);

/** The pieces of a curve that may reach into a box. What rests on one spot has no length. */
function piecesNear({ x, y }: ScreenPath, box: Box): Segment[] {
  const pieces: Segment[] = [];
  let x0 = at(x, 0);
  let y0 = at(y, 0);
  for (let i = 1; i < x.length; i += 1) {
    const x1 = at(x, i);
    const y1 = at(y, i);
    const isElsewhere =
      (x0 < box.left && x1 < box.left) ||
      (x0 > box.right && x1 > box.right) ||
      (y0 < box.top && y1 < box.top) ||
      (y0 > box.bottom && y1 > box.bottom);
    // Shorter pieces are put together, as they are where the curve is drawn.
    if (!isElsewhere && Math.abs(x1 - x0) < MIN_DISTANCE && Math.abs(y1 - y0) < MIN_DISTANCE) continue;
    if (!isElsewhere) pieces.push({ x0, y0, x1, y1 });
    x0 = x1;
    y0 = y1;
  }
  return pieces;
}

/** Length in pixels of the parts of some pieces inside a box. */
function lengthInside(pieces: readonly Segment[], box: Box): number {
  return pieces.reduce((length, whole) => {
    const piece = clipSegment(whole, box);
    return piece ? length + Math.hypot(piece.x1 - piece.x0, piece.y1 - piece.y0) : length;
  }, 0);
}
