import { expect, test } from 'vitest';
import { seriesRange } from './seriesRange';

const curve = (...values: number[]) => Float64Array.from(values);

test('a linear axis holds all of a curve', () => {
  expect(seriesRange('linear')(curve(Number.NaN, 1, -3, 2))).toEqual([-3, 2]);
});

test('a log axis holds what is above 0', () => {
  expect(seriesRange('log')(curve(Number.NaN, 0, -4, 1, 10))).toEqual([1, 10]);
});

test('a value past all others leaves a log axis instead of flattening them', () => {
  expect(seriesRange('log')(curve(1, 2, 3, 4, 1e300))).toEqual([1, 4]);
});

test('where nothing has a place there is no range', () => {
  expect(seriesRange('log')(curve(-1, 0, Number.NaN))).toBeNull();
  expect(seriesRange('linear')(curve(Number.NaN))).toBeNull();
});
