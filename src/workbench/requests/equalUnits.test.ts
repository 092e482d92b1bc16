import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { View } from '../../engine/view/types';
import { unitsOf, withEqualUnits } from './equalUnits';

const range = fc
  .tuple(fc.double({ min: -1e3, max: 1e3, noNaN: true }), fc.double({ min: 1e-3, max: 1e4, noNaN: true }))
  .map(([low, length]): [number, number] => [low, low + length]);
const anyView = fc.tuple(range, range).map(([x, y]): View => ({ kind: 'plane', axes: [0, 1], x, y, held: [0, 0] }));

test('the view keeps its middle and all that was in it, and has the ratio of the plot', () => {
  fc.assert(
    fc.property(anyView, fc.double({ min: 0.2, max: 5, noNaN: true }), (view, aspect) => {
      const wide = withEqualUnits(view, aspect);
      for (const axis of ['x', 'y'] as const) {
        const [[low, high], [first, last]] = [view[axis], wide[axis]];
        const slack = 1e-9 * (Math.abs(first) + Math.abs(last));
        expect(first).toBeLessThanOrEqual(low);
        expect(last).toBeGreaterThanOrEqual(high);
        expect(Math.abs(first + last - (low + high))).toBeLessThanOrEqual(slack);
      }
      expect((wide.x[1] - wide.x[0]) / (wide.y[1] - wide.y[0]) / aspect).toBeCloseTo(1, 6);
      // The same once more changes nothing: a view that the user pans from here does not grow.
      const again = withEqualUnits(wide, aspect);
      expect((again.x[1] - again.x[0]) / (wide.x[1] - wide.x[0])).toBeCloseTo(1, 9);
    }),
  );
});

test('a direction on view makes the units equal, whatever was chosen', () => {
  expect(unitsOf({ tab: 'rule', arrows: [], units: 'fit' })).toBe('fit');
  expect(unitsOf({ tab: 'rule', arrows: [], units: 'equal' })).toBe('equal');
  expect(unitsOf({ tab: 'gradient', arrows: [], units: 'fit' })).toBe('forced');
  expect(unitsOf({ tab: 'rule', arrows: ['step'], units: 'fit' })).toBe('forced');
});
