import { describe, expect, it } from 'vitest';
import { regionOf } from './sweepRegion';

const lr = { from: 1e-4, to: 1e-2, scale: 'log' } as const;
const momentum = { from: 0, to: 1, scale: 'linear' } as const;
const size = { width: 400, height: 200 };

describe('regionOf', () => {
  it('runs along the axes whichever corner came first', () => {
    const corners = [
      { x: 0.25, y: 0.75 },
      { x: 0.5, y: 0.25 },
    ] as const;
    const region = regionOf(lr, momentum, corners[0], corners[1], size);
    expect(region).toEqual(regionOf(lr, momentum, corners[1], corners[0], size));
    // A quarter of two decades from 1e-4 is 10^-3.5 = 3.162e-4, and a pixel there is 3.7e-6.
    expect(region).toEqual({ x: [0.000316, 0.001], y: [0.25, 0.75] });
  });

  it('on a scale of 1 - value has the digits that its pixels tell apart there', () => {
    const beta = { from: 0, to: 0.9999, scale: 'oneMinus' } as const;
    // A quarter of four decades is 0.9 and five eighths are 1 - 10^-2.5 = 0.996838, where a pixel is 7e-5.
    expect(regionOf(beta, momentum, { x: 0.25, y: 0 }, { x: 0.625, y: 1 }, size)?.x).toEqual([0.9, 0.99684]);
  });

  it('keeps the direction of an axis that runs downwards', () => {
    const down = { from: 10, to: 0, scale: 'linear' } as const;
    expect(regionOf(down, momentum, { x: 0.8, y: 0 }, { x: 0.2, y: 1 }, size)?.x).toEqual([8, 2]);
  });

  it('takes the ends of an axis as they are, and no region for a line', () => {
    expect(regionOf(lr, momentum, { x: 0, y: 0 }, { x: 1, y: 1 }, size)).toEqual({ x: [1e-4, 1e-2], y: [0, 1] });
    expect(regionOf(lr, momentum, { x: 0.3, y: 0 }, { x: 0.3, y: 1 }, size)).toBeNull();
  });
});
