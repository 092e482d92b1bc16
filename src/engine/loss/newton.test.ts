import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { problems } from '../../catalogue';
import { choiceOf, custom, descent, planOnData, runOf } from '../testing/experiments';
import { hessianAt, minimumByNewtonStep } from './newton';
import { planExperiment } from '../plan/plan';
import type { Plan } from '../plan/types';
import { LossEvaluator } from './evaluator';

const functions = problems.filter((problem) => problem.kind === 'function');
const planFor = (...[problem, start]: Parameters<typeof descent>): Plan =>
  planExperiment(descent(problem, start, 1, runOf('gd', {})));

/** Solves a small system by elimination with pivoting: nothing of it is shared with the code under test. */
function eliminate(matrix: readonly (readonly number[])[], b: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, b[i] ?? Number.NaN]);
  const at = (i: number, j: number) => rows[i]?.[j] ?? Number.NaN;
  rows.forEach((_, k) => {
    const pivot = rows
      .map((__, i) => i)
      .slice(k)
      .reduce((best, i) => (Math.abs(at(i, k)) > Math.abs(at(best, k)) ? i : best));
    [rows[k], rows[pivot]] = [rows[pivot] ?? [], rows[k] ?? []];
    rows.forEach((row, i) => {
      if (i !== k) rows[i] = row.map((value, j) => value - (at(i, k) / at(k, k)) * at(k, j));
    });
  });
  return rows.map((row, i) => (row[row.length - 1] ?? Number.NaN) / at(i, i));
}

describe.each(functions.map((problem) => [problem.id, problem] as const))('%s', (id, problem) => {
  const plan = planFor(choiceOf(id), problem.start, 1);
  const evaluator = new LossEvaluator(plan, 'float64');
  const gradient = (point: readonly number[]) => Array.from(evaluator.fullGradient(point));

  test('the Hessian is the slope of the gradient', () => {
    const anywhere = fc.tuple(...problem.view.map(([min, max]) => fc.double({ min, max, noNaN: true })));
    fc.assert(
      fc.property(anywhere, (point) => {
        // Ackley's tip and what surrounds it are too sharp for differences.
        fc.pre(Math.hypot(...point) > 0.05);
        const h = 1e-5;
        const hessian = hessianAt(plan, point);
        const size = Math.max(1, ...hessian.flat().map(Math.abs));
        point.forEach((_, j) => {
          const moved = (by: number) => gradient(point.map((value, i) => (i === j ? value + by : value)));
          const [up, down] = [moved(h), moved(-h)];
          up.forEach((value, i) =>
            expect(
              Math.abs((value - (down[i] ?? Number.NaN)) / (2 * h) - (hessian[i]?.[j] ?? Number.NaN)),
            ).toBeLessThan(1e-5 * size),
          );
        });
      }),
      { numRuns: 50, seed: 1 },
    );
  });
});

test('one Newton step finds the minimum of a quadratic from anywhere', () => {
  const plan = planFor(choiceOf('booth'), [0, 0], 1);
  for (const point of [
    [-6, 4],
    [100, -3],
    [1, 3],
  ]) {
    minimumByNewtonStep(plan, point)?.forEach((value, i) => expect(value).toBeCloseTo([1, 3][i] ?? Number.NaN, 11));
    expect(minimumByNewtonStep(plan, point)).toHaveLength(2);
  }
});

test('a Newton step finds no minimum at a saddle, at a maximum, on a constant or at NaN', () => {
  expect(minimumByNewtonStep(planFor(choiceOf('saddle'), [0, 0], 1), [0, 0])).toBeNull();
  expect(minimumByNewtonStep(planFor(choiceOf('monkey-saddle'), [0, 0], 1), [0, 0])).toBeNull();
  expect(minimumByNewtonStep(planFor(custom('-x^2', 'x'), [0], 1), [0])).toBeNull();
  expect(minimumByNewtonStep(planFor(custom('3*x', 'x'), [0], 1), [0])).toBeNull();
  expect(minimumByNewtonStep(planFor(custom('log(x)', 'x'), [0], 1), [-1])).toBeNull();
});

test('the minimum of linear regression solves the normal equations', () => {
  const plan = planOnData({
    ...descent(choiceOf('linear-regression', { samples: 200, noise: 0.5 }), [0, 0, 0], 1, runOf('gd', {})),
    epochs: 1,
  });
  const [x1, x2, y] = plan.data.columns;
  if (!x1 || !x2 || !y) throw new RangeError('no data');
  const features = [x1, x2, x1.map(() => 1)];
  const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, value, i) => sum + value * (b[i] ?? Number.NaN), 0);
  const solution = eliminate(
    features.map((a) => features.map((b) => dot(a, b))),
    features.map((a) => dot(a, y)),
  );
  for (const point of [
    [0, 0, 0],
    [7, -9, 3],
  ]) {
    minimumByNewtonStep(plan, point)?.forEach((value, i) => expect(value).toBeCloseTo(solution[i] ?? Number.NaN, 12));
    expect(minimumByNewtonStep(plan, point)).toHaveLength(3);
  }
  hessianAt(plan, [1, 2, 3]).forEach((row, i) =>
    row.forEach((value, j) => expect(value).toBeCloseTo(dot(features[i] ?? x1, features[j] ?? x1) / 200, 12)),
  );
});
