import { expect, test } from 'vitest';
import { formatNumber, powerOfTen, withoutSuperscripts } from './numbers';

test.each([
  ['10⁻¹²', '1e−12'],
  ['10⁻⁴', '0.0001'],
  ['10⁰', '1'],
  ['10³', '1000'],
  ['10⁶', '1e6'],
  ['5×10⁻²', '5e−2'],
  ['1.25×10⁻⁷', '1.25e−7'],
  ['−3×10⁵', '−3e5'],
  ['0.05', '0.05'],
  ['101', '101'],
])('%s in digits of full size is %s', (text, plain) => {
  expect(withoutSuperscripts(text)).toBe(plain);
});

test('a number in digits of full size is the same number', () => {
  for (let power = -320; power <= 308; power += 1) {
    const value = Number(`1e${power}`);
    const written: readonly (readonly [string, number])[] = [
      [powerOfTen(power), value],
      [formatNumber(1.7 * value, 3), 1.7 * value],
    ];
    for (const [text, meant] of written)
      expect(Math.abs(Number(withoutSuperscripts(text).replace('−', '-')) / meant - 1)).toBeLessThan(0.005);
  }
});
