import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate, parseExpression } from './index';
import { big, decimalErf } from './testing/oracle';

const erfAt = (x: number): number => evaluate(parseExpression('erf(x)'), { x });

describe('the error function', () => {
  it('is right to about 1e-15 of itself, against 80 digits', () => {
    const arguments_ = fc.oneof(
      fc.double({ min: -7, max: 7, noNaN: true }),
      fc.double({ min: -1e-3, max: 1e-3, noNaN: true }),
      fc.double({ min: 1.99, max: 2.01, noNaN: true }),
    );
    fc.assert(
      fc.property(arguments_, (x) => {
        fc.pre(Math.abs(x) > 1e-300 || x === 0);
        const exact = decimalErf(big(x));
        const off = big(erfAt(x)).sub(exact).abs().toNumber();
        expect(off).toBeLessThanOrEqual(1.1e-15 * exact.abs().toNumber());
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    [0, 0],
    [Infinity, 1],
    [-Infinity, -1],
    [Number.NaN, Number.NaN],
    [30, 1],
  ])('of %d is %d', (x, expected) => expect(erfAt(x)).toBe(expected));
});
