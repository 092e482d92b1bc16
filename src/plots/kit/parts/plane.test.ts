import fc from 'fast-check';
import { expect, test } from 'vitest';
import { planeOfEqualUnits } from './plane';

const range = fc
  .tuple(fc.double({ min: -1e3, max: 1e3, noNaN: true }), fc.double({ min: 1e-3, max: 1e4, noNaN: true }))
  .map(([low, length]): [number, number] => [low, low + length]);

test('the plot has the same number of pixels to a unit on either axis, whatever view and frame', () => {
  fc.assert(
    fc.property(
      range,
      range,
      fc.integer({ min: 200, max: 2000 }),
      fc.integer({ min: 200, max: 1200 }),
      (x, y, width, height) => {
        const plane = planeOfEqualUnits(x, y, { width, height, rem: 16, density: 1 });
        const [across, up] = [plane.x(x[1]) - plane.x(x[0]), plane.y(y[0]) - plane.y(y[1])];
        expect(across / (x[1] - x[0]) / (up / (y[1] - y[0]))).toBeCloseTo(1, 6);
        expect(plane.box.right).toBeLessThanOrEqual(width);
        expect(plane.box.top).toBeGreaterThanOrEqual(0);
      },
    ),
  );
});
