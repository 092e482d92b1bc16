import { expect, test } from 'vitest';
import { finiteRange } from './finiteRange';

test('numbers that are not finite are counted and leave the range to the others', () => {
  expect(finiteRange([3, -1, 2])).toEqual({ range: [-1, 3], broken: 0 });
  expect(finiteRange([3, Number.NaN, -1, Infinity])).toEqual({ range: [-1, 3], broken: 2 });
  expect(finiteRange([Number.NaN, -Infinity])).toEqual({ range: null, broken: 2 });
});
