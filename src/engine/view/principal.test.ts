import fc from 'fast-check';
import { eigs, matrix as matrixOf, type MathNumericType } from 'mathjs';
import { describe, expect, it } from 'vitest';
import { principalDirections } from './principal';
import { coordinateAlong } from './projection';

const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, x, i) => sum + x * (b[i] as number), 0);

/** A path whose steps differ in size from one parameter to the next, so that it has directions. */
const anyPath = fc.tuple(fc.integer({ min: 2, max: 12 }), fc.integer({ min: 3, max: 60 })).chain(([n, rows]) =>
  fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: n * rows, maxLength: n * rows }).map((steps) => {
    const params = new Float64Array(n * rows);
    steps.forEach((step, k) => (params[k] = (k < n ? 0 : (params[k - n] as number)) + step * (1 + (k % n))));
    return { n, rows, params };
  }),
);

const covarianceOf = (params: Float64Array, rows: number, n: number): number[][] => {
  const column = (i: number) => Array.from({ length: rows }, (_, row) => params[row * n + i] as number);
  const centred = Array.from({ length: n }, (_, i) => {
    const values = column(i);
    const mean = values.reduce((sum, x) => sum + x, 0) / rows;
    return values.map((x) => x - mean);
  });
  return centred.map((a) => centred.map((b) => dot(a, b) / rows));
};

const variance = (values: readonly number[]) => {
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
  return values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / values.length;
};

describe('the principal directions of a path', () => {
  it('hold the shares of the variance that the eigenvalues of its covariance say, as another library finds them', () => {
    fc.assert(
      fc.property(anyPath, ({ params, rows, n }) => {
        const covariance = covarianceOf(params, rows, n);
        const total = covariance.reduce((sum, row, i) => sum + (row[i] as number), 0);
        const axes = principalDirections(params, rows, n);
        fc.pre(total > 1e-6 && axes !== null);
        const known = (eigs(matrixOf(covariance), { eigenvectors: false }).values.valueOf() as MathNumericType[])
          .map(Number)
          .sort((a, b) => b - a);
        axes?.forEach(({ share }, k) => expect(share).toBeCloseTo((known[k] as number) / total, 6));
      }),
      { numRuns: 40 },
    );
  });

  it('are at right angles, of length 1, and the path varies along them as much as they say', () => {
    fc.assert(
      fc.property(anyPath, ({ params, rows, n }) => {
        const axes = principalDirections(params, rows, n);
        const total = covarianceOf(params, rows, n).reduce((sum, row, i) => sum + (row[i] as number), 0);
        fc.pre(axes !== null && total > 1e-6);
        if (!axes) return;
        const [u, v] = axes;
        expect(Math.hypot(...u.unit)).toBeCloseTo(1, 10);
        expect(Math.hypot(...v.unit)).toBeCloseTo(1, 10);
        expect(dot(u.unit, v.unit)).toBeCloseTo(0, 8);
        expect(u.share).toBeGreaterThanOrEqual(v.share);
        expect(u.share + v.share).toBeLessThan(1 + 1e-9);
        for (const axis of axes) {
          const along = Array.from({ length: rows }, (_, row) => coordinateAlong(axis, params, row * n));
          expect(variance(along) / total).toBeCloseTo(axis.share, 8);
          expect(along[0]).toBeLessThan(1e-5 * total);
        }
      }),
    );
  });

  it('of a path within a plane have shares that add up to 1', () => {
    const [u, v] = [
      [0.6, 0, 0.8, 0],
      [0, 1, 0, 0],
    ];
    const positions = [
      [0, 0],
      [4, 1],
      [7, -1],
      [9, 2],
      [10, -2],
    ];
    const params = Float64Array.from(
      positions.flatMap(([a = 0, b = 0]) => u?.map((x, i) => 3 + a * x + b * (v?.[i] as number)) ?? []),
    );
    const [first, second] = principalDirections(params, 5, 4) ?? [];
    expect((first?.share ?? 0) + (second?.share ?? 0)).toBeCloseTo(1, 12);
    expect(first?.centre).toEqual([6.6, 3, 7.8, 3].map((x) => expect.closeTo(x, 12) as number));
  });

  it('of the same path are the same, and mirrored when it is', () => {
    const params = Float64Array.from([0, 0, 0, 3, 1, 0, 4, 1, 1, 6, 3, 1]);
    const [first] = principalDirections(params, 4, 3) ?? [];
    const [mirrored] =
      principalDirections(
        params.map((x) => -x),
        4,
        3,
      ) ?? [];
    expect(first?.unit.every((u) => u > 0)).toBe(true);
    expect(mirrored?.unit).toEqual(first?.unit.map((u) => -u));
  });

  it('are null for a path that does not move, and if squares overflow', () => {
    expect(principalDirections(Float64Array.from([1, 2, 3, 1, 2, 3]), 2, 3)).toBeNull();
    expect(principalDirections(Float64Array.from([0, 0, 0, 1e200, 0, 0]), 2, 3)).toBeNull();
  });
});
