import { at } from './at';
import { clipSegment, grow, type Box } from './clip';
import type { ScreenPath } from './path';

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

const corners: readonly Corner[] = [true, false].flatMap((isAbove) =>
  [false, true].map((isRight) => ({ isRight, isAbove })),
);

/** The corner of a curve's end at which its name covers the least of the curve; staying inside the box comes first. */
export function placeName(
  end: { readonly x: number; readonly y: number },
  name: Size,
  box: Box,
  curve: ScreenPath,
  gap: number,
): Corner {
  const boxAt = ({ isRight, isAbove }: Corner): Box => {
    const left = isRight ? end.x + gap : end.x - gap - name.width;
    const top = isAbove ? end.y - gap - name.height : end.y + gap;
    return { left, top, right: left + name.width, bottom: top + name.height };
  };
  const cost = (corner: Corner): number =>
    overhang(boxAt(corner), box) + lengthInside(curve, grow(boxAt(corner), gap / 2));
  return corners.reduce((best, corner) => (cost(corner) < cost(best) ? corner : best));
}

/** How far a box extends beyond another, in pixels times 1000: more than any length of curve inside the box. */
const overhang = (inner: Box, outer: Box): number =>
  1000 *
  Math.max(0, outer.left - inner.left, inner.right - outer.right, outer.top - inner.top, inner.bottom - outer.bottom);

/** Length in pixels of the part of a curve inside a box. */
function lengthInside({ x, y }: ScreenPath, box: Box): number {
  let length = 0;
  for (let i = 1; i < x.length; i += 1) {
    const piece = clipSegment({ x0: at(x, i - 1), y0: at(y, i - 1), x1: at(x, i), y1: at(y, i) }, box);
    if (piece) length += Math.hypot(piece.x1 - piece.x0, piece.y1 - piece.y0);
  }
  return length;
}
