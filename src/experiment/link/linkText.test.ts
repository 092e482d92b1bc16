import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeValue, encodeNumber, encodeText } from './linkText';

test('every finite number is read back from its shortest text', () => {
  fc.assert(
    fc.property(
      fc.double({ noNaN: true, noDefaultInfinity: true }).filter((x) => !Object.is(x, -0)),
      (x) => {
        expect(decodeValue(encodeNumber(x))).toBe(x);
        expect(encodeNumber(x)).toMatch(/^-?[0-9.]+(e-?[0-9]+)?$/);
      },
    ),
  );
  expect(encodeNumber(1e21)).toBe('1e21');
});

test.each(['', '-', '.', '1e', '0x10', '1_000', ' 1', 'Infinity', '--1', '1.2.3'])('"%s" is not a number', (text) => {
  expect(decodeValue(text)).toBe(text);
});

test('a text is read back, and ends in a letter or digit, so that no program cuts its end off', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(decodeURIComponent(encodeText(text))).toBe(text);
      expect(encodeText(text)).toMatch(/^([A-Za-z0-9%.-]*[A-Za-z0-9])?$/);
    }),
  );
  expect(encodeText('x^4 - 2.')).toBe('x%5E4%20-%202%2E');
});
