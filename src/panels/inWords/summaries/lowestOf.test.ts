import { expect, test } from 'vitest';
import { lowestOf, othersLike } from './lowestOf';

test.each([
  ['the first of equal ones', [3, 1, 2, 1], 4, 1],
  ['past what is not finite', [NaN, -Infinity, Infinity, 5, 4], 5, 4],
  ['among the first ones only', [3, 2, 1], 2, 1],
  ['none', [NaN, Infinity], 2, -1],
  ['of nothing', [], 3, -1],
])('the lowest number, %s', (_, values, count, place) => {
  expect(lowestOf(values, count)).toBe(place);
});

test.each([
  ['two others', [0, 3, 0, 1, 0], 0, 2],
  ['none', [0.5, 0.25, 0.5], 1, 0],
  ['none, where nothing is finite', [NaN, Infinity], -1, 0],
])('the others that have the lowest number too: %s', (_, values, place, count) => {
  expect(othersLike(values, place)).toBe(count);
});
