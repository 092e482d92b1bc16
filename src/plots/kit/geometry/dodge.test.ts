import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dodge } from './dodge';

describe('dodge', () => {
  it('leaves labels alone that do not touch', () => {
    expect(dodge([10, 80, 40], 12, 0, 100)).toEqual([10, 80, 40]);
  });

  it('moves two on one spot half a gap each', () => {
    expect(dodge([50, 50], 10, 0, 100)).toEqual([45, 55]);
  });

  it('stays inside and keeps the order at an edge', () => {
    expect(dodge([99, 100, 98], 10, 0, 100)).toEqual([90, 100, 80]);
    expect(dodge([0, 1], 10, 0, 100)).toEqual([0, 10]);
  });

  it('spreads evenly what does not fit', () => {
    expect(dodge([5, 5, 5], 60, 0, 100)).toEqual([0, 50, 100]);
  });

  it('keeps the gap, the bounds and the order, whatever is wanted', () => {
    const centres = fc.array(fc.double({ min: -50, max: 150, noNaN: true }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(centres, (wanted) => {
        const placed = dodge(wanted, 10, 0, 100);
        const sorted = placed.toSorted((a, b) => a - b);
        sorted.slice(1).forEach((y, i) => expect(y - (sorted[i] ?? NaN)).toBeGreaterThan(10 - 1e-9));
        expect(sorted[0]).toBeGreaterThanOrEqual(-1e-9);
        expect(sorted.at(-1)).toBeLessThanOrEqual(100 + 1e-9);
        wanted.forEach((a, i) => wanted.forEach((b, j) => a < b && expect(placed[i]).toBeLessThan(placed[j] ?? NaN)));
      }),
    );
  });
});
