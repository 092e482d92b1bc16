import type { Box } from './clip';

interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * Top left corner of a note beside a point: to its right and above, or to the other side where that leaves the box;
 * pushed back into the box in any case.
 */
export function placeNote(point: { readonly x: number; readonly y: number }, note: Size, box: Box, gap: number): { left: number; top: number } {
  const right = point.x + gap;
  const above = point.y - gap - note.height;
  const left = right + note.width <= box.right ? right : point.x - gap - note.width;
  const top = above >= box.top ? above : point.y + gap;
  return {
    left: Math.max(box.left, Math.min(left, box.right - note.width)),
    top: Math.max(box.top, Math.min(top, box.bottom - note.height)),
  };
}
