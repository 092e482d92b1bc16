import { expect, test } from 'vitest';
import { roundPlane } from './usePlottedSamples';

/** A telephone, a tablet, the lower part of a window, and a projector's. */
const frames = [
  [366, 296],
  [560, 296],
  [1000, 190],
  [1400, 420],
] as const;

test.each(frames)('a map in %i by %i pixels has equal units and leaves room for its legend', (width, height) => {
  const rem = width > 1200 ? 19 : 16;
  const { x, y, box, legend } = roundPlane([-2, 5], [0, 4], { width, height, rem, density: 1 });
  expect(x(1) - x(0)).toBeCloseTo(y(0) - y(1), 9);
  expect(box.left).toBeGreaterThan(0);
  const room = legend === 'beside' ? { across: 12, up: 0 } : { across: 0, up: 3.5 };
  // Beside the map the legend begins at its edge; below it, under a line of numbers.
  expect(width - box.right).toBeGreaterThanOrEqual(room.across * rem);
  expect(height - box.bottom).toBeGreaterThanOrEqual(room.up * rem);
});
