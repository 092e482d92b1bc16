import { assert, double, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roundedRange } from './roundedRange';

describe('the rounded range of a view', () => {
  it('has the digits that can be seen and no others', () => {
    expect(roundedRange([-1.9999999999, 2.0000000001])).toEqual([-2, 2]);
    expect(roundedRange([0.123456789, 0.223456789])).toEqual([0.12346, 0.22346]);
    expect(roundedRange([-123456.7, 987654.3])).toEqual([-123500, 987700]);
    expect(Object.is(roundedRange([-1e-9, 1])[0], 0)).toBe(true);
  });

  it('stays as it is when it is rounded again', () => {
    // Its length is a millionth less 3e-16: rounding makes it a whole millionth, which needs one digit fewer.
    const range = roundedRange([9.694814182245002, 9.694814182245002 + 0.000001]);
    expect(roundedRange(range)).toEqual(range);
  });

  it.each([
    [NaN, NaN],
    [-Infinity, Infinity],
    [1, 1],
  ])('ends where there is nothing to round: %s to %s', (low, high) => {
    expect(roundedRange([low, high])).toHaveLength(2);
  });

  it('is off by less than a quarter of a pixel on a plot of 2,500 pixels, wherever it lies', () => {
    const finite = { noNaN: true, noDefaultInfinity: true } as const;
    assert(
      property(
        double({ ...finite, min: -1e6, max: 1e6 }),
        double({ ...finite, min: 1e-6, max: 1e6 }),
        (low, length) => {
          const [from, to] = roundedRange([low, low + length]);
          const most = length / 10_000 + 1e-9 * Math.abs(low);
          expect(from).toBeLessThan(to);
          expect(Math.abs(from - low)).toBeLessThanOrEqual(most);
          expect(Math.abs(to - (low + length))).toBeLessThanOrEqual(most);
          expect(roundedRange([from, to])).toEqual([from, to]);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
