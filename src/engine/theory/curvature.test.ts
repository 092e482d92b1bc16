import fc from 'fast-check';
import { eigs, type MathNumericType } from 'mathjs';
import { describe, expect, test } from 'vitest';
import type { Experiment } from '../../experiment/core/types';
import { hessianAt } from '../loss/newton';
import { planExperiment } from '../plan/plan';
import { choiceOf, custom, descent, planOnData, runOf } from '../testing/experiments';
import { Curvature, FULL_HESSIAN, hessianProducts, NO_TRANSFORM } from './curvature';
import { NEVER_PAUSE, runToEnd } from '../common/slice';
import { extremeEigen, symmetricEigen, type Operator } from '../loss/eigen';

const entry = fc.double({ min: -5, max: 5, noNaN: true });
const symmetric = fc
  .integer({ min: 1, max: 7 })
  .chain((n) =>
    fc
      .array(entry, { minLength: n * n, maxLength: n * n })
      .map((flat) =>
        Array.from({ length: n }, (_, i) =>
          Array.from({ length: n }, (__, j) => flat[Math.min(i, j) * n + Math.max(i, j)] ?? 0),
        ),
      ),
  );
const times = (matrix: readonly (readonly number[])[], v: readonly number[]) =>
  matrix.map((row) => row.reduce((sum, x, j) => sum + x * (v[j] ?? 0), 0));

describe('eigenvalues of symmetric matrices', () => {
  test('are those of mathjs, largest first', () => {
    fc.assert(
      fc.property(symmetric, (matrix) => {
        const theirs: MathNumericType[] = eigs(matrix.map((row) => [...row])).values.valueOf() as MathNumericType[];
        const known = theirs.map(Number).sort((a, b) => b - a);
        symmetricEigen(matrix)?.forEach(({ value }, i) => expect(value).toBeCloseTo(known[i] ?? Number.NaN, 7));
      }),
      { numRuns: 200 },
    );
  });

  test('have eigenvectors of length 1', () => {
    fc.assert(
      fc.property(symmetric, (matrix) => {
        for (const { value, vector } of symmetricEigen(matrix) ?? []) {
          expect(Math.hypot(...vector)).toBeCloseTo(1, 10);
          times(matrix, vector).forEach((x, i) => expect(x).toBeCloseTo(value * (vector[i] ?? 0), 9));
        }
      }),
    );
  });

  test('are null if an entry is not finite', () => {
    expect(
      symmetricEigen([
        [1, Number.NaN],
        [Number.NaN, 1],
      ]),
    ).toBeNull();
    expect(symmetricEigen([[Infinity]])).toBeNull();
  });

  test('at both ends are found by power iteration too, whichever is larger in magnitude', () => {
    for (const values of [
      [9, 4, 1, -2],
      [3, 1, -1, -10],
      [-1, -2, -3, -8],
    ]) {
      // Turned by reflections, so that no eigenvector lies along an axis.
      const u = values.map((_, i) => (i + 1) / Math.sqrt(30));
      const reflect = (v: readonly number[]) =>
        v.map((x, i) => x - 2 * (u[i] ?? 0) * v.reduce((sum, y, j) => sum + y * (u[j] ?? 0), 0));
      const apply: Operator = (v) => reflect(reflect(v).map((x, i) => x * (values[i] ?? 0)));
      const ends = runToEnd(extremeEigen(apply, values.length, NEVER_PAUSE));
      expect(ends?.largest.value).toBeCloseTo(values[0] ?? Number.NaN, 8);
      expect(ends?.smallest.value).toBeCloseTo(values.at(-1) ?? Number.NaN, 8);
    }
  });
});

const planFor = (problem: Experiment['problem'], start: readonly number[]) =>
  planExperiment(descent(problem, start, 1, runOf('gd', {})));

describe('curvature of a loss', () => {
  test.each<[string, readonly number[], readonly number[]]>([
    ['rosenbrock', [1, 1], [1001.6006392, 0.3993608]],
    ['booth', [5, -7], [18, 2]],
    ['square', [3], [2]],
    ['quadratic', [1, 1], [25, 1]],
    ['saddle', [1, 1], [2, -2]],
  ])('%s at %o', (id, point, known) => {
    const { values } = new Curvature(planFor(choiceOf(id), point)).at(point) ?? {};
    known.forEach((value, i) => expect(values?.[i]).toBeCloseTo(value, 6));
  });

  test('is null where the loss has no second derivative', () => {
    expect(new Curvature(planFor(choiceOf('ackley'), [0, 0])).at([0, 0])).toBeNull();
  });

  test('of many parameters is the same by products with vectors', () => {
    const names = Array.from({ length: FULL_HESSIAN + 1 }, (_, i) => `x${i}`);
    const loss = names.map((name, i) => `${i + 1}*${name}^2/2 + cos(${name}*${names[i + 1] ?? 'x0'})`).join(' + ');
    const point = names.map((_, i) => Math.sin(i));
    const plan = planFor(custom(loss, ...names), point);
    const full = hessianAt(plan, point);
    const product = hessianProducts(plan, point);
    const vector = names.map((_, i) => Math.cos(3 * i));
    const known = times(full, vector);
    product(vector).forEach((x, i) => expect(x).toBeCloseTo(known[i] ?? Number.NaN, 10));
    const ends = new Curvature(plan).at(point);
    const values = symmetricEigen(full)?.map(({ value }) => value) ?? [];
    expect(ends?.values).toBeNull();
    expect(ends?.largest.value).toBeCloseTo(values[0] ?? Number.NaN, 6);
    expect(ends?.smallest.value).toBeCloseTo(values.at(-1) ?? Number.NaN, 6);
  });

  test('of many parameters reads the samples of a quadratic loss once: its Hessian is the same everywhere', () => {
    const plan = planOnData({
      version: 1,
      problem: choiceOf('associative-memory', { samples: 64, size: 8, zipf: 1.5, rotated: 0 }),
      start: null,
      epochs: 1,
      seed: 1,
      runs: [runOf('gd', {})],
    });
    const { parameters } = plan.loss;
    expect(parameters.length).toBeGreaterThan(FULL_HESSIAN);
    // Keys along the axes: the curvature of a column of the matrix is its fact's share of the samples.
    const shares = plan.data.columns.slice(0, 8).map((x) => x.reduce((sum, value) => sum + value ** 2, 0) / 64);
    const columns = plan.data.columns.map((column) => column.slice());
    const curvature = new Curvature({ ...plan, data: { ...plan.data, columns } });
    const first = curvature.at(parameters.map(() => 0));
    expect(first?.largest.value).toBeCloseTo(Math.max(...shares), 6);
    expect(first?.smallest.value).toBeCloseTo(Math.min(...shares), 6);
    for (const column of columns) column.fill(Number.NaN);
    expect(curvature.at(parameters.map((_, i) => i))).toEqual(first);
  });

  test('of many parameters is found with pauses', () => {
    const names = Array.from({ length: FULL_HESSIAN + 1 }, (_, i) => `x${i}`);
    const plan = planFor(
      custom(names.map((name, i) => `cos(${i + 1}*${name})`).join(' + '), ...names),
      names.map(() => 0),
    );
    const always = { isTimeUp: () => true };
    const steps = new Curvature(plan).inSlices(
      names.map(() => 0),
      NO_TRANSFORM,
      always,
    );
    expect([...steps].length).toBeGreaterThan(1);
  });

  test('over data is that of the mean loss: the second moments of the features', () => {
    const plan = planOnData({
      version: 1,
      problem: choiceOf('linear-regression', { samples: 50 }),
      start: null,
      epochs: 1,
      seed: 3,
      runs: [runOf('gd', {})],
    });
    const [x1 = [], x2 = []] = plan.data.columns;
    const mean = (f: (i: number) => number) =>
      Array.from(x1, (_, i) => f(i)).reduce((sum, x) => sum + x, 0) / x1.length;
    const [a, b] = [(i: number) => x1[i] ?? 0, (i: number) => x2[i] ?? 0];
    const moments = [
      [mean((i) => a(i) ** 2), mean((i) => a(i) * b(i)), mean(a)],
      [mean((i) => a(i) * b(i)), mean((i) => b(i) ** 2), mean(b)],
      [mean(a), mean(b), 1],
    ];
    const known = symmetricEigen(moments)?.map(({ value }) => value) ?? [];
    const { values } = new Curvature(plan).at([0, 0, 0]) ?? {};
    known.forEach((value, i) => expect(values?.[i]).toBeCloseTo(value, 10));
  });
});

test('a preconditioned curvature has the eigenvalues of D^-1 (weight*H + penalty)', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.1, max: 10, noNaN: true }),
      fc.double({ min: 0.1, max: 10, noNaN: true }),
      (d1, d2) => {
        const plan = planFor(choiceOf('booth'), [0, 0]);
        const { largest, smallest } =
          new Curvature(plan).at([0, 0], { weight: 2, penalty: 0.5, free: null, divisor: [d1, d2] }) ?? {};
        // Booth's Hessian is [[10, 8], [8, 10]]; the eigenvalues of a 2 x 2 matrix from its trace and determinant.
        const trace = 20.5 / d1 + 20.5 / d2;
        const determinant = (20.5 ** 2 - 16 ** 2) / (d1 * d2);
        const root = Math.sqrt(trace ** 2 / 4 - determinant);
        expect(largest?.value).toBeCloseTo(trace / 2 + root, 8);
        expect(smallest?.value).toBeCloseTo(trace / 2 - root, 8);
      },
    ),
  );
  expect(
    new Curvature(planFor(choiceOf('booth'), [0, 0])).at([0, 0], { ...NO_TRANSFORM, free: null, divisor: [0, 1] }),
  ).toBeNull();
});
