import { expect, test } from 'vitest';
import { milestones } from './milestones';

test.each([
  [0, 0, [0]],
  [3, 3, [0, 1, 2, 3]],
  [120, 7, [0, 1, 2, 5, 7, 10, 20, 50, 100, 120]],
  [1000, 500, [0, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000]],
])('the steps listed of a run of %i steps at step %i', (last, shown, steps) => {
  expect(milestones(last, shown)).toEqual(steps);
});
