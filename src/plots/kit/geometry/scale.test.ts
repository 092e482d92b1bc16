import { scaleLinear, scaleLog } from 'd3-scale';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linearScale, logScale, oneMinusScale } from './scale';

const pixels = [400, 12] as const;

describe('scales', () => {
  it('put the ends of the values exactly at the ends of the pixels', () => {
    const any = fc.double({ min: -1e4, max: 1e4, noNaN: true });
    fc.assert(
      fc.property(any, any, any, any, (low, high, start, end) => {
        fc.pre(Math.abs(high - low) > 1e-6);
        const scale = linearScale([low, high], [start, end]);
        expect(scale(low) - start).toBeCloseTo(0, 12);
        expect(scale(high) === end).toBe(true);
      }),
    );
  });

  it('agree with d3-scale, there and back', () => {
    const positive = fc.double({ min: 1e-6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(positive, fc.double({ min: 1.5, max: 1e6, noNaN: true }), positive, (low, ratio, value) => {
        const domain = [low, low * ratio] as const;
        for (const [ours, theirs] of [
          [linearScale(domain, pixels), scaleLinear(domain, pixels)],
          [logScale(domain, pixels), scaleLog(domain, pixels)],
        ] as const) {
          const size = Math.max(1, Math.abs(theirs(value)));
          expect(Math.abs(ours(value) - theirs(value)) / size).toBeLessThan(1e-9);
          expect(ours.invert(100) / theirs.invert(100)).toBeCloseTo(1, 9);
        }
      }),
    );
  });

  it('of 1 - value are those of d3-scale over the distances from 1, there and back', () => {
    const nines = fc.double({ min: 0, max: 6, noNaN: true });
    fc.assert(
      fc.property(nines, nines, nines, (a, b, c) => {
        fc.pre(Math.abs(a - b) > 0.1);
        const [low, high, value] = [1 - 10 ** -a, 1 - 10 ** -b, 1 - 10 ** -c];
        const ours = oneMinusScale([low, high], pixels);
        expect(ours(value)).toBeCloseTo(scaleLog([1 - low, 1 - high], pixels)(1 - value), 6);
        expect(ours.invert(ours(value))).toBeCloseTo(value, 12);
      }),
    );
    expect(oneMinusScale([0, 0.99], [0, 100])(0.9)).toBeCloseTo(50, 12);
  });
});
