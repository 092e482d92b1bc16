import { expect, test } from 'vitest';
import { formatNumber } from '../../plots';
import { digitsOfFactor } from './digits';

test.each([
  [1.0025, '1.0025', '100.25'],
  [1.025, '1.025', '102.5'],
  [1.2, '1.2', '120'],
  [0.9975, '0.9975', '99.75'],
  [0.4, '0.4', '40'],
  [3.14159, '3.14', '314'],
])('a factor of %d and its percentage are written alike', (factor, written, percent) => {
  const digits = digitsOfFactor(factor);
  expect([formatNumber(factor, digits), formatNumber(100 * factor, digits)]).toEqual([written, percent]);
});

test('a factor of 1 has no distance from it to be told', () => {
  expect(digitsOfFactor(1)).toBe(3);
});
