import { scaleLinear, scaleLog } from 'd3-scale';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linearScale, logScale } from './scale';

const pixels = [400, 12] as const;

describe('scales', () => {
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
});
