import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearestIndex, nearestIterate } from './nearest';

const box = { left: 0, top: 0, right: 100, bottom: 100 };
const pathOf = (...points: readonly (readonly [number, number])[]) => ({
  x: Float64Array.from(points, ([x]) => x),
  y: Float64Array.from(points, ([, y]) => y),
  rows: Int32Array.from(points, (_, i) => i),
});

describe('nearestIterate', () => {
  const paths = [pathOf([10, 10], [50, 50], [120, 50]), pathOf([10, 10], [60, 50])];

  it('finds the nearest iterate of any run', () => {
    expect(nearestIterate(paths, { x: 58, y: 51 }, 20, box, 0)).toEqual({ run: 1, step: 1 });
    expect(nearestIterate(paths, { x: 49, y: 49 }, 20, box, 0)).toEqual({ run: 0, step: 1 });
  });

  it('finds none beyond its reach or outside the plot', () => {
    expect(nearestIterate(paths, { x: 30, y: 90 }, 20, box, 0)).toBeNull();
    expect(nearestIterate(paths, { x: 99, y: 50 }, 25, box, 0)).toBeNull();
  });

  it('prefers the selected run where points coincide', () => {
    expect(nearestIterate(paths, { x: 11, y: 11 }, 20, box, 0)).toEqual({ run: 0, step: 0 });
    expect(nearestIterate(paths, { x: 11, y: 11 }, 20, box, 1)).toEqual({ run: 1, step: 0 });
  });
});

describe('nearestIndex', () => {
  it('agrees with looking at every entry', () => {
    const ascending = fc
      .array(fc.integer({ min: -50, max: 50 }), { minLength: 1 })
      .map((list) => list.sort((a, b) => a - b));
    fc.assert(
      fc.property(ascending, fc.integer({ min: -60, max: 60 }), (list, value) => {
        const least = list.reduce((best, entry) => Math.min(best, Math.abs(entry - value)), Infinity);
        expect(Math.abs((list[nearestIndex(list, value)] ?? NaN) - value)).toBe(least);
      }),
    );
    expect(nearestIndex([], 3)).toBe(-1);
  });
});
