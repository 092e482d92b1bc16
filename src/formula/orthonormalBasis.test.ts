import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileStep, Code, parseRule } from './index';
import recorded from './testing/decompositions.json' with { type: 'json' };

/* The orthonormal basis of a square matrix: what makes it one, also of matrices without full rank, and numpy's. */

type Numbers = readonly (readonly number[])[];

/** The value of a formula of rules over a square matrix. */
function valueOf(formula: string, a: Numbers, precision: 'float64' | 'float32' = 'float64'): number[][] {
  const n = a.length;
  const at = Array.from({ length: n * n }, (_, i) => i);
  const step = compileStep(parseRule(`r(lr = 1)\ntheta = ${formula}`), n * n, false, [{ rows: n, columns: n, at }]);
  const code = new Code(step.step, [step.nextTheta]);
  const registers = code.registers(precision);
  step.theta.forEach((node, i) => (registers[node] = a.flat()[i] ?? Number.NaN));
  code.run(registers);
  const values = step.nextTheta.map((node) => registers[node] ?? Number.NaN);
  // Without the sign of a zero.
  return a.map((_, i) => values.slice(i * n, (i + 1) * n).map((x) => x + 0));
}

const basisOf = (a: Numbers, precision?: 'float64' | 'float32') => valueOf('orthonormal_basis(theta)', a, precision);

const inner = (u: readonly number[], v: readonly number[]) =>
  u.reduce((sum, x, i) => sum + x * (v[i] ?? Number.NaN), 0);
const columnsOf = (a: Numbers) => a.map((_, j) => a.map((row) => row[j] ?? Number.NaN));
const largest = (a: Numbers) => Math.max(...a.flat().map(Math.abs));

/** The most by which Q^T Q differs from the identity. */
const skew = (q: Numbers) =>
  Math.max(...columnsOf(q).flatMap((u, i) => columnsOf(q).map((v, j) => Math.abs(inner(u, v) - Number(i === j)))));

const number = fc.oneof(
  fc.double({ min: -3, max: 3, noNaN: true }),
  fc.constantFrom(0, -0, 1, -1),
  fc.double({ min: -1e-150, max: 1e-150, noNaN: true }),
  fc.double({ min: -1e150, max: 1e150, noNaN: true }),
);

const matrices = fc
  .integer({ min: 2, max: 8 })
  .chain((n) => fc.array(fc.array(number, { minLength: n, maxLength: n }), { minLength: n, maxLength: n }));

/** Matrices in which some columns are multiples of others, or 0. */
const deficient = matrices.chain((a) =>
  fc
    .array(fc.tuple(fc.nat(a.length - 1), fc.constantFrom(0, 1, -2)), { minLength: a.length, maxLength: a.length })
    .map((of) =>
      a.map((row) => row.map((x, j) => (j % 2 === 0 ? x : (row[of[j]?.[0] ?? 0] ?? 0) * (of[j]?.[1] ?? 0)))),
    ),
);

test.each([
  ['any matrix', matrices],
  ['a matrix without full rank', deficient],
] as const)('of %s, Q is orthogonal and Q^T A is an upper triangle', (_, some) => {
  fc.assert(
    fc.property(some, (a) => {
      const q = basisOf(a);
      expect(skew(q)).toBeLessThan(1e-12);
      for (const [j, column] of columnsOf(a).entries())
        for (const [i, u] of columnsOf(q).entries())
          if (i > j) expect(Math.abs(inner(u, column))).toBeLessThanOrEqual(1e-12 * largest(a));
      expect(
        skew(
          basisOf(
            a.map((row) => row.map((x) => x / (largest(a) || 1))),
            'float32',
          ),
        ),
      ).toBeLessThan(1e-5);
    }),
    { numRuns: 200 },
  );
});

test('of zeros it is the identity, of an upper triangle too, and of numbers that are none it is none', () => {
  expect(
    basisOf([
      [0, 0],
      [0, 0],
    ]),
  ).toEqual([
    [1, 0],
    [0, 1],
  ]);
  expect(
    basisOf([
      [-2, 5],
      [0, 3],
    ]),
  ).toEqual([
    [1, 0],
    [0, 1],
  ]);
  expect(
    basisOf([
      [1, 5],
      [Number.NaN, 3],
    ])
      .flat()
      .every(Number.isNaN),
  ).toBe(true);
});

test('of a single number it is 1', () => {
  const step = compileStep(parseRule('r(lr = 1)\ntheta = orthonormal_basis(theta)'), 2);
  expect(step.nextTheta.map((node) => step.step.valueOf(node))).toEqual([1, 1]);
});

test.each(recorded.bases.map(({ matrix, q }, k) => [k, matrix, q] as const))(
  'matrix %i has the basis of numpy, signs included',
  (_, a, q) => {
    basisOf(a).forEach((row, i) =>
      row.forEach((x, j) => expect(Math.abs(x - (q[i]?.[j] ?? Number.NaN))).toBeLessThan(1e-12)),
    );
  },
);
