import { expect, test } from 'vitest';
import { fullSizeParts } from './fullSizeParts';
import { formatNumber, powerOfTen } from './numbers';

test.each([
  ['10⁻¹²', '10', '−12'],
  ['10⁻⁵', '10', '−5'],
  ['10⁻⁴', '0.0001', ''],
  ['10⁰', '1', ''],
  ['10³', '1000', ''],
  ['10⁶', '10', '6'],
  ['5×10⁻²', '5×10', '−2'],
  ['1.25×10⁻⁷', '1.25×10', '−7'],
  ['−3×10⁵', '−3×10', '5'],
  ['1−10⁻⁵', '1−10', '−5'],
  ['1−10⁻²', '1−0.01', ''],
  ['0.05', '0.05', ''],
  ['101', '101', ''],
])('%s in digits of full size is %s, and %s above it', (number, text, exponent) => {
  expect(fullSizeParts(number)).toEqual({ text, exponent });
});

test('a number in digits of full size is the same number', () => {
  for (let power = -320; power <= 308; power += 1) {
    const value = Number(`1e${power}`);
    const written: readonly (readonly [string, number])[] = [
      [powerOfTen(power), value],
      [formatNumber(1.7 * value, 3), 1.7 * value],
    ];
    for (const [number, meant] of written) {
      const { text, exponent } = fullSizeParts(number);
      const mantissa = exponent === '' ? text : text === '10' ? '1' : text.replace(/×10$/, '');
      const read = Number(`${mantissa}e${exponent.replace('−', '-') || '0'}`);
      expect(Math.abs(read / meant - 1)).toBeLessThan(0.005);
    }
  }
});
