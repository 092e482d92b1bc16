import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import recorded from '../../catalogue/golden/matrices.json' with { type: 'json' };
import { singularValues } from './singularValues';

describe('singular values', () => {
  test.each(recorded.singular.map((one, k) => [k + 1, one] as const))(
    'are those that numpy finds, and those that the matrix was made of (%i)',
    (_, { matrix, made, values }) => {
      const found = singularValues(matrix.flat(), matrix.length, matrix[0]?.length ?? 0) ?? [];
      expect(found).toHaveLength(values.length);
      // Making the matrix rounded it by about the last digit of its largest entry.
      found.forEach((value, i) => {
        expect(Math.abs(value - (values[i] ?? Number.NaN))).toBeLessThan(1e-14);
        expect(Math.abs(value - (made[i] ?? Number.NaN))).toBeLessThan(1e-14);
      });
    },
  );

  test('have the squares of the entries for the sum of their squares, and do not change by transposing', () => {
    const number = fc.double({ min: -100, max: 100, noNaN: true });
    fc.assert(
      fc.property(fc.array(number, { minLength: 12, maxLength: 12 }), (entries) => {
        const found = singularValues(entries, 3, 4) ?? [];
        const across = Array.from({ length: 12 }, (_, k) => entries[(k % 3) * 4 + Math.floor(k / 3)] ?? Number.NaN);
        const size = Math.hypot(...entries);
        expect(Math.abs(Math.hypot(...found) - size)).toBeLessThanOrEqual(1e-13 * size);
        (singularValues(across, 4, 3) ?? []).forEach((value, i) =>
          expect(Math.abs(value - (found[i] ?? Number.NaN))).toBeLessThanOrEqual(1e-13 * size),
        );
      }),
    );
  });

  test('of zeros are zeros, and of a matrix that is not finite there are none', () => {
    expect(singularValues([0, 0, 0, 0], 2, 2)).toEqual([0, 0]);
    expect(singularValues([1, Number.NaN, 0, 0], 2, 2)).toBeNull();
    expect(singularValues([1, Infinity, 0, 0], 2, 2)).toBeNull();
  });
});
