import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clipSegment, contains, grow } from './clip';

const box = { left: 0, top: 0, right: 100, bottom: 50 };
/** Thousandths of a pixel: between coordinates of 1e-324 the walk below rounds further than it steps. */
const near = fc.integer({ min: -300_000, max: 300_000 }).map((thousandths) => thousandths / 1000);

/** Independent of the algorithm: walk along the segment and see which places are inside, by more than rounding. */
function placesInside(x0: number, y0: number, x1: number, y1: number): { x: number; y: number }[] {
  return Array.from({ length: 2001 }, (_, i) => ({
    x: x0 + ((x1 - x0) * i) / 2000,
    y: y0 + ((y1 - y0) * i) / 2000,
  })).filter(({ x, y }) => contains(grow(box, -1e-9), x, y));
}

describe('clipSegment', () => {
  it('keeps what is inside and cuts what crosses', () => {
    expect(clipSegment({ x0: 10, y0: 10, x1: 20, y1: 20 }, box)).toEqual({ x0: 10, y0: 10, x1: 20, y1: 20 });
    expect(clipSegment({ x0: -50, y0: 25, x1: 150, y1: 25 }, box)).toEqual({ x0: 0, y0: 25, x1: 100, y1: 25 });
    expect(clipSegment({ x0: 50, y0: 25, x1: 150, y1: 125 }, box)).toEqual({ x0: 50, y0: 25, x1: 75, y1: 50 });
    expect(clipSegment({ x0: -1, y0: 60, x1: 200, y1: 70 }, box)).toBeNull();
    expect(clipSegment({ x0: -10, y0: 5, x1: -10, y1: 20 }, box)).toBeNull();
  });

  it('agrees with walking along the segment', () => {
    fc.assert(
      fc.property(near, near, near, near, (x0, y0, x1, y1) => {
        const piece = clipSegment({ x0, y0, x1, y1 }, box);
        const inside = placesInside(x0, y0, x1, y1);
        const [first] = inside;
        const last = inside.at(-1);
        if (!first || !last) return;
        expect(piece).not.toBeNull();
        const stride = Math.hypot(x1 - x0, y1 - y0) / 2000 + 1e-9;
        expect(Math.hypot((piece?.x0 ?? NaN) - first.x, (piece?.y0 ?? NaN) - first.y)).toBeLessThanOrEqual(stride);
        expect(Math.hypot((piece?.x1 ?? NaN) - last.x, (piece?.y1 ?? NaN) - last.y)).toBeLessThanOrEqual(stride);
      }),
    );
  });

  it('never returns a place outside, however far the ends are', () => {
    const far = fc.oneof(near, fc.double());
    fc.assert(
      fc.property(far, far, far, far, (x0, y0, x1, y1) => {
        const piece = clipSegment({ x0, y0, x1, y1 }, box);
        if (!piece) return;
        expect(contains(grow(box, 1), piece.x0, piece.y0) && contains(grow(box, 1), piece.x1, piece.y1)).toBe(true);
      }),
    );
  });

  it('draws the way out to a point far beyond what a canvas can hold', () => {
    expect(clipSegment({ x0: 50, y0: 25, x1: 1e300, y1: 25 }, box)).toEqual({ x0: 50, y0: 25, x1: 100, y1: 25 });
  });
});
