/** A rectangle in pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A straight piece of a path, in pixels, from (x0, y0) to (x1, y1). */
export interface Segment {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

export const contains = (box: Box, x: number, y: number): boolean =>
  x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;

/** The box made larger by `by` pixels on every side. */
export const grow = (box: Box, by: number): Box => ({
  left: box.left - by,
  top: box.top - by,
  right: box.right + by,
  bottom: box.bottom + by,
});

/**
 * The part of a segment inside a box, or null where there is none (Liang and Barsky, 1984).
 * A run that diverges has points at 1e300, where a canvas drops or misplaces lines without an error.
 */
export function clipSegment(segment: Segment, box: Box): Segment | null {
  const { x0, y0, x1, y1 } = segment;
  const dx = x1 - x0;
  const dy = y1 - y0;
  let enter = 0;
  let leave = 1;
  const edges: readonly (readonly [step: number, room: number])[] = [
    [-dx, x0 - box.left],
    [dx, box.right - x0],
    [-dy, y0 - box.top],
    [dy, box.bottom - y0],
  ];
  for (const [step, room] of edges) {
    if (!Number.isFinite(step) || !Number.isFinite(room)) return null;
    if (step === 0) {
      if (room < 0) return null;
    } else if (step < 0) enter = Math.max(enter, room / step);
    else leave = Math.min(leave, room / step);
  }
  if (enter > leave) return null;
  const clipped = {
    x0: enter === 0 ? x0 : x0 + enter * dx,
    y0: enter === 0 ? y0 : y0 + enter * dy,
    x1: leave === 1 ? x1 : x0 + leave * dx,
    y1: leave === 1 ? y1 : y0 + leave * dy,
  };
  // With coordinates beyond 1e15 times the box, rounding can put the cut anywhere: better no line than a wrong one.
  const near = grow(box, 1);
  return contains(near, clipped.x0, clipped.y0) && contains(near, clipped.x1, clipped.y1) ? clipped : null;
}
