import fc from 'fast-check';
import { lusolve } from 'mathjs';
import { expect, test } from 'vitest';
import { Code } from './code';
import { Graph } from './graph';
import { linearSolution } from './linearSystem';
import recorded from './testing/decompositions.json' with { type: 'json' };

/* Linear systems written out, against mathjs and numpy. */

type Numbers = readonly (readonly number[])[];

/** The solution X of A X = B, in one precision. */
function solve(a: Numbers, b: Numbers, precision: 'float64' | 'float32' = 'float64'): number[][] {
  const graph = new Graph();
  const inputs = (name: string, rows: Numbers) =>
    rows.flatMap((row, i) => row.map((_, j) => graph.input(`${name}${i} ${j}`)));
  const [matrix, right] = [inputs('a', a), inputs('b', b)];
  const nodes = linearSolution(graph, matrix, right, a.length);
  const code = new Code(graph, [nodes]);
  const registers = code.registers(precision);
  [...matrix, ...right].forEach((node, k) => (registers[node] = [...a.flat(), ...b.flat()][k] ?? Number.NaN));
  code.run(registers);
  const width = right.length / a.length;
  return a.map((_, i) => nodes.slice(i * width, (i + 1) * width).map((node) => registers[node] ?? Number.NaN));
}

const number = fc.integer({ min: -3000, max: 3000 }).map((k) => k / 1000);
const square = (n: number) =>
  fc.array(fc.array(number, { minLength: n, maxLength: n }), { minLength: n, maxLength: n });
const systems = fc.integer({ min: 1, max: 8 }).chain((n) => fc.tuple(square(n), square(n)));

const largest = (a: Numbers) => Math.max(...a.flat().map(Math.abs));
const timesVector = (a: Numbers, x: readonly number[]) =>
  a.map((row) => row.reduce((sum, value, j) => sum + value * (x[j] ?? Number.NaN), 0));

test('what is left of a system is rounding, and where it has one solution, it is that of mathjs', () => {
  let compared = 0;
  fc.assert(
    fc.property(systems, ([a, b]) => {
      const x = solve(a, b);
      if (!x.flat().every(Number.isFinite)) return;
      b.forEach((_, j) => {
        const column = x.map((row) => row[j] ?? Number.NaN);
        timesVector(a, column).forEach((value, i) =>
          expect(Math.abs(value - (b[i]?.[j] ?? Number.NaN))).toBeLessThanOrEqual(
            1e-12 * (largest(b) + largest(a) * largest(x)),
          ),
        );
      });
      // Of a matrix that is nearly singular, two right eliminations differ.
      if (largest(x) > 1e3 * largest(b)) return;
      compared += 1;
      b.forEach((_, j) => {
        const known = lusolve(
          a.map((row) => [...row]),
          b.map((row) => [row[j] ?? Number.NaN]),
        ) as number[][];
        x.forEach((row, i) =>
          expect(Math.abs((row[j] ?? Number.NaN) - (known[i]?.[0] ?? Number.NaN))).toBeLessThanOrEqual(
            1e-9 * largest(x),
          ),
        );
      });
    }),
    { numRuns: 150 },
  );
  expect(compared).toBeGreaterThan(30);
});

test.each(recorded.systems.map((one, k) => [k, one] as const))(
  'system %i has the solution of numpy, in float32 nearly',
  (_, { matrix, right, solution }) => {
    const near = (x: Numbers, error: number) =>
      x.forEach((row, i) =>
        row.forEach((value, j) =>
          expect(Math.abs(value - (solution[i]?.[j] ?? Number.NaN))).toBeLessThan(error * largest(solution)),
        ),
      );
    near(solve(matrix, right), 1e-12);
    near(solve(matrix, right, 'float32'), 1e-3);
  },
);

test('rows are exchanged where a pivot is 0 or small, and a singular matrix gives no finite numbers', () => {
  expect(
    solve(
      [
        [0, 2],
        [4, 0],
      ],
      [[6], [8]],
    ),
  ).toEqual([[2], [3]]);
  expect(
    solve(
      [
        [1e-20, 1],
        [1, 1],
      ],
      [[1], [2]],
    ),
  ).toEqual([[1], [1]]);
  expect(solve([[0]], [[3]])).toEqual([[Number.POSITIVE_INFINITY]]);
  for (const singular of [
    [
      [1, 2],
      [2, 4],
    ],
    [
      [0, 0],
      [0, 0],
    ],
    [
      [1, 0],
      [0, 0],
    ],
  ])
    for (const [value] of solve(singular, [[1], [3]])) expect(Number.isFinite(value)).toBe(false);
});
