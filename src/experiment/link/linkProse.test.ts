import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeProse, encodeProse } from './linkProse';
import { repairFragment } from './repair';

describe('words in a link', () => {
  test('any text comes back, and nothing that is done to a link changes it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
        const trimmed = text.trim();
        fc.pre(trimmed !== '');
        const encoded = encodeProse(trimmed);
        expect(encoded).toMatch(/^[A-Za-z0-9.,-]*[A-Za-z0-9]$/);
        expect(decodeProse(encoded)).toBe(trimmed);
        expect(repairFragment(`v=1&note=${encoded}`)).toBe(`v=1&note=${encoded}`);
        expect(repairFragment(`(https://a.b/#v=1&note=${encoded})。`)).toContain(encoded);
      }),
    );
  });

  test('English stays readable', () => {
    expect(encodeProse('Momentum helps here')).toBe('Momentum-helps-here');
    expect(encodeProse('Too fast? 太快')).toBe('Too-fast.1r.-.hm2,iy3');
  });

  test('half of a surrogate pair is written as the replacement character', () => {
    expect(decodeProse(encodeProse('a\ud83d'))).toBe('a\uFFFD');
  });

  test.each(['a.zzzzz', 'a.A', 'a..b', 'a.1,', '<b>', 'a%20b', '.zzzzzz', 'a.16o0'])(
    '%s is not such a text',
    (text) => {
      expect(decodeProse(text)).toBeUndefined();
    },
  );
});
