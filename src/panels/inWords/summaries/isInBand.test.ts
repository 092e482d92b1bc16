import { expect, test } from 'vitest';
import { isInBand } from './isInBand';

/** A square of side 4 with a square hole of side 2 in its middle. */
const rings = [Float32Array.of(0, 0, 4, 0, 4, 4, 0, 4), Float32Array.of(1, 1, 1, 3, 3, 3, 3, 1)];

test.each([
  ['in the frame', 0.5, 2, true],
  ['in its corner', 3.5, 3.5, true],
  ['in the hole', 2, 2, false],
  ['left of it', -1, 2, false],
  ['above it', 2, 5, false],
])('a point %s', (_, x, y, isIn) => {
  expect(isInBand({ rings }, x, y)).toBe(isIn);
});
