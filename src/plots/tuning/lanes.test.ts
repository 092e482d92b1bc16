import { expect, test } from 'vitest';
import type { Line } from '../lines/line';
import { laneHeights, laneRoom, readPath } from './lanes';

const box = { left: 0, top: 10, right: 100, bottom: 90 };

test('only runs that diverged somewhere have a lane, each below the one before, within the room for them', () => {
  const [first = NaN, none, second = NaN] = laneHeights(
    [Float64Array.of(1, NaN), Float64Array.of(1, 2), Float64Array.of(NaN, NaN)],
    box,
    1,
  );
  expect(none).toBeNaN();
  expect(first).toBeGreaterThan(box.top);
  expect(second).toBeGreaterThan(first);
  expect(second).toBeLessThan(box.top + laneRoom(2, 1));
  expect(laneRoom(0, 1)).toBe(0);
});

test('what a curve cannot show is read in the lane, or at the lower edge where the loss is not above 0', () => {
  const path = { x: Float64Array.of(1, 2, 3), y: Float64Array.of(50, NaN, NaN), rows: Int32Array.of(0, 1, 2) };
  const line: Pick<Line, 'path' | 'nonPositive'> = { path, nonPositive: Int32Array.of(1) };
  expect(Array.from(readPath(line, 14, box).y)).toEqual([50, 90, 14]);
});
