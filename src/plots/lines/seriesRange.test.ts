import { expect, test } from 'vitest';
import { seriesRange } from './seriesRange';

const curve = (...values: number[]) => Float64Array.from(values);

test('a linear axis holds every curve', () => {
  const [low = 0, high = 0] = seriesRange([curve(Number.NaN, 1, 2), curve(-3, 0)], 'linear') ?? [];
  expect(low).toBeCloseTo(-3.2, 12);
  expect(high).toBeCloseTo(2.2, 12);
});

test('a log axis holds what is above 0', () => {
  const [low = 0, high = 0] = seriesRange([curve(Number.NaN, 0, 1, 10), curve(100)], 'log') ?? [];
  expect(Math.log10(low)).toBeCloseTo(-0.08, 12);
  expect(Math.log10(high)).toBeCloseTo(2.08, 12);
});

test('a value past all others leaves a log axis instead of flattening them', () => {
  const [low = 0, high = 0] = seriesRange([curve(1, 2, 3, 4, 1e300), curve(5)], 'log') ?? [];
  expect([low > 0.8, high < 10]).toEqual([true, true]);
});

test('where nothing has a place there is no range', () => {
  expect(seriesRange([curve(-1, 0, Number.NaN)], 'log')).toBeNull();
  expect(seriesRange([curve(Number.NaN)], 'linear')).toBeNull();
  expect(seriesRange([], 'linear')).toBeNull();
});
