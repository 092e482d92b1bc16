import { expect, test } from 'vitest';
import { formatNumber } from '../../plots';
import { proseNumber } from './proseNumber';

const numbers = [0, 0.5, -12.345, 123456, 1.25e-7, -6.02214e23, 0.1 + 0.2, 1e-4, 99999.99, NaN, Infinity, -Infinity];

test.each(['en', 'zh-Hans'])('in %s it is the number of the axes', (locale) => {
  for (const number of numbers) expect(proseNumber(number, 4, locale)).toBe(formatNumber(number, 4));
});

test('the decimal sign and the digits are those of the language, the power of ten is not', () => {
  expect(proseNumber(-1234.5, 6, 'fr')).toBe('−1234,5');
  expect(proseNumber(1.25e-7, 3, 'de')).toBe('1,25×10⁻⁷');
  expect(proseNumber(0.25, 3, 'fa')).toBe('۰٫۲۵');
});
