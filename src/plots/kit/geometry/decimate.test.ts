import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimate } from './decimate';

const pathOf = (x: readonly number[], y: readonly number[]) => ({
  x: Float64Array.from(x),
  y: Float64Array.from(y),
  rows: Int32Array.from(x, (_, i) => i),
});

describe('decimate', () => {
  it('brings 20,000 points over 500 pixels down to at most four per pixel, spikes and ends included', () => {
    const x = Array.from({ length: 20_000 }, (_, i) => (i / 20_000) * 500);
    const y = x.map((_, i) => (i === 12_345 ? 999 : i === 77 ? -999 : Math.sin(i)));
    const thin = decimate(pathOf(x, y));
    expect(thin.x.length).toBeLessThanOrEqual(4 * 500);
    expect([...thin.rows]).toEqual(expect.arrayContaining([0, 77, 12_345, 19_999]));
  });

  it('keeps the lowest and highest value of every column, in order, with their own rows', () => {
    const steps = fc.array(fc.tuple(fc.double({ min: 0, max: 0.7, noNaN: true }), fc.integer({ min: -9, max: 9 })), {
      minLength: 1,
      maxLength: 200,
    });
    fc.assert(
      fc.property(steps, (list) => {
        let place = 0;
        const x = list.map(([step]) => (place += step));
        const y = list.map(([, value]) => value);
        const thin = decimate(pathOf(x, y));
        expect([...thin.rows]).toEqual([...thin.rows].sort((a, b) => a - b));
        for (const column of new Set(x.map(Math.floor))) {
          const all = y.filter((_, i) => Math.floor(x[i] ?? NaN) === column);
          const kept = [...thin.y].filter((_, i) => Math.floor(thin.x[i] ?? NaN) === column);
          expect(kept.toSorted((a, b) => a - b).at(0)).toBe(all.toSorted((a, b) => a - b).at(0));
          expect(kept.toSorted((a, b) => a - b).at(-1)).toBe(all.toSorted((a, b) => a - b).at(-1));
        }
        thin.rows.forEach((row, i) => expect([thin.x[i], thin.y[i]]).toEqual([x[row], y[row]]));
      }),
    );
  });

  it('keeps a gap as one entry', () => {
    const thin = decimate(pathOf([0, 1, 2, 3, 4, 5], [1, 1, NaN, NaN, 1, 1]));
    expect([...thin.y]).toEqual([1, 1, NaN, 1, 1]);
  });
});
