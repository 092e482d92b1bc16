import fc from 'fast-check';
import { eigs, identity, matrix, multiply, transpose, type Matrix } from 'mathjs';
import { describe, expect, test } from 'vitest';
import { Code, compileStep, FormulaError, parseRule } from './index';
import type { Tensor } from './tensor';
import { newtonSchulz } from '../catalogue/testing/papers';
import { expressionTex } from './tex';
import { parseLine } from './rule';

/* Functions of matrices against mathjs, for parameters in any order, with some that are in no matrix. */

interface Case {
  readonly tensors: readonly Tensor[];
  readonly theta: readonly number[];
}

const number = fc.double({ min: -3, max: 3, noNaN: true });

/** One or two tensors with their parameters in any order, and a few parameters beside them. */
const cases = fc
  .record({
    shapes: fc.array(fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 })), {
      minLength: 1,
      maxLength: 2,
    }),
    beside: fc.nat(2),
  })
  .chain(({ shapes, beside }) => {
    const count = shapes.reduce((sum, [rows, columns]) => sum + rows * columns, beside);
    const order = fc.shuffledSubarray(
      Array.from({ length: count }, (_, i) => i),
      { minLength: count },
    );
    return fc.tuple(order, fc.array(number, { minLength: count, maxLength: count })).map(([at, theta]): Case => {
      let from = 0;
      const tensors = shapes.map(([rows, columns]) => {
        from += rows * columns;
        return { rows, columns, at: at.slice(from - rows * columns, from) };
      });
      return { tensors, theta };
    });
  });

/** The value of a formula of rules over `theta`, in one precision. */
function valuesOf(formula: string, { tensors, theta }: Case, precision: 'float64' | 'float32' = 'float64'): number[] {
  const step = compileStep(parseRule(`r(lr = 1)\ntheta = ${formula}`), theta.length, false, tensors);
  const code = new Code(step.step, [step.nextTheta]);
  const registers = code.registers(precision);
  step.theta.forEach((node, i) => (registers[node] = theta[i] ?? Number.NaN));
  code.run(registers);
  return step.nextTheta.map((node) => registers[node] ?? Number.NaN);
}

/** What mathjs makes of every matrix, among those of a kind, and of every other parameter as a matrix of one number. */
function byMathjs({ tensors, theta }: Case, which: 'all' | 'square', change: (a: Matrix) => Matrix): number[] {
  const result: number[] = theta.map((value) => Number(change(matrix([[value]])).get([0, 0])));
  for (const { rows, columns, at } of tensors) {
    if (rows < 2 || columns < 2 || (which === 'square' && rows !== columns)) continue;
    const entries = Array.from({ length: rows }, (_, r) =>
      Array.from({ length: columns }, (__, c) => theta[at[r * columns + c] ?? -1] ?? Number.NaN),
    );
    const made = change(matrix(entries));
    at.forEach((i, place) => (result[i] = Number(made.get([Math.floor(place / columns), place % columns]))));
  }
  return result;
}

function expectNear(actual: readonly number[], expected: readonly number[], error: number): void {
  const size = Math.max(1, ...expected.map(Math.abs));
  expect(actual).toHaveLength(expected.length);
  actual.forEach((value, i) => expect(Math.abs(value - (expected[i] ?? Number.NaN))).toBeLessThanOrEqual(error * size));
}

/** A symmetric matrix to a power, by the eigenvectors that mathjs finds. */
function power(a: Matrix, exponent: number): Matrix {
  const { eigenvectors } = eigs(a);
  const zero = a.map(() => 0);
  return eigenvectors.reduce((sum, { value, vector }) => {
    const entries = (vector as Matrix).toArray().map(Number);
    const length = Math.hypot(...entries);
    const share = Number(value) ** exponent / length ** 2;
    return sum.map((total, [i = 0, j = 0]) => Number(total) + share * (entries[i] ?? 0) * (entries[j] ?? 0));
  }, zero);
}

const times = (a: Matrix, b: Matrix): Matrix => multiply(a, b);

describe.each([
  [
    'matmul(theta, theta + 1)',
    'square',
    (a: Matrix) =>
      times(
        a,
        a.map((value) => Number(value) + 1),
      ),
  ],
  ['matmul(theta, transpose(theta))', 'square', (a: Matrix) => times(a, transpose(a))],
  ['transpose(theta)', 'square', (a: Matrix) => transpose(a)],
  [
    'matrix_power(matmul(theta, transpose(theta)) + identity(theta), -1/4)',
    'square',
    (a: Matrix) =>
      power(
        times(a, transpose(a)).map((value, [i, j]) => Number(value) + Number(i === j)),
        -1 / 4,
      ),
  ],
  ['identity(theta)', 'square', (a: Matrix) => identity(a.size()[0] ?? 0) as Matrix],
  ['orthogonalize(theta)', 'all', newtonSchulz],
  ['rows(theta)', 'all', (a: Matrix) => a.map(() => a.size()[0] ?? 0)],
  ['columns(theta)', 'all', (a: Matrix) => a.map(() => a.size()[1] ?? 0)],
] as const)('%s', (formula, which, change) => {
  test('is that of mathjs in float64, and in float32 to its accuracy', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const expected = byMathjs(one, which, change);
        // mathjs finds eigenvalues to about that.
        expectNear(valuesOf(formula, one), expected, formula.startsWith('matrix_power') ? 1e-9 : 1e-12);
        // The quintic moves what was near 0 by up to 3.4445 to the power of 5.
        expectNear(valuesOf(formula, one, 'float32'), expected, /^(orth|matrix_power)/.test(formula) ? 1e-3 : 1e-5);
      }),
      { numRuns: 60 },
    );
  });
});

test('orthogonalized, a matrix has all its singular values near 1, by its own size too', () => {
  fc.assert(
    fc.property(fc.array(number, { minLength: 6, maxLength: 6 }), (theta) => {
      const one = { theta, tensors: [{ rows: 2, columns: 3, at: [0, 1, 2, 3, 4, 5] }] };
      const [smallest = 0, largest = 0] = singularValues(theta);
      // Newton and Schulz have five steps to raise what is small beside the norm.
      fc.pre(smallest > 0.05 * largest && largest > 0.1);
      for (const value of singularValues(valuesOf('orthogonalize(theta)', one))) {
        expect(value).toBeGreaterThan(0.65);
        expect(value).toBeLessThan(1.25);
      }
    }),
  );
});

/** Those of a matrix of two rows: the roots of the eigenvalues of its product with its transpose, ascending. */
function singularValues(entries: readonly number[]): number[] {
  const [a, b] = [entries.slice(0, 3), entries.slice(3)];
  const inner = (u: readonly number[], v: readonly number[]) => u.reduce((sum, x, i) => sum + x * (v[i] ?? 0), 0);
  const [half, difference] = [(inner(a, a) + inner(b, b)) / 2, (inner(a, a) - inner(b, b)) / 2];
  const spread = Math.hypot(difference, inner(a, b));
  return [Math.sqrt(Math.max(0, half - spread)), Math.sqrt(half + spread)];
}

test('a matrix of zeros is orthogonalized to zeros', () => {
  const zeros = { theta: [0, 0, 0, 0, 0], tensors: [{ rows: 2, columns: 2, at: [0, 1, 2, 3] }] };
  expect(valuesOf('orthogonalize(theta)', zeros).map(Math.abs)).toEqual([0, 0, 0, 0, 0]);
});

describe('layerwise_norm', () => {
  test('is the norm of each tensor, and of the parameters that are in none', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const expected = new Array<number>(one.theta.length).fill(Number.NaN);
        const inTensors = new Set(one.tensors.flatMap(({ at }) => at));
        const rest = one.theta.flatMap((_, i) => (inTensors.has(i) ? [] : [i]));
        for (const at of [...one.tensors.map((tensor) => tensor.at), rest])
          at.forEach((i) => (expected[i] = Math.hypot(...at.map((k) => one.theta[k] ?? Number.NaN))));
        expectNear(valuesOf('layerwise_norm(theta)', one), expected, 1e-14);
      }),
    );
  });

  test('is the norm over all parameters, to the bit, where there are no tensors', () => {
    fc.assert(
      fc.property(fc.array(number, { minLength: 1, maxLength: 6 }), (theta) => {
        const one = { theta, tensors: [] };
        expect(valuesOf('layerwise_norm(theta)', one)).toEqual(valuesOf('norm(theta)', one));
      }),
    );
  });
});

test('mathematics shows products, transposes and norms as books do', () => {
  const tex = (text: string) => expressionTex(parseLine(text, ['g', 'm', 'theta', 'lr']));
  expect(tex('matmul(g, transpose(g))')).toBe('g g^{\\top}');
  expect(tex('matmul(g + m, g)')).toBe('(g + m) g');
  expect(tex('transpose(matmul(g, m))')).toBe('(g m)^{\\top}');
  expect(tex('m + identity(m)')).toBe('m + I');
  expect(tex('solve(m + g, theta)')).toBe('(m + g)^{-1} \\theta');
  expect(tex('lr*solve_hessian(theta, grad(theta))')).toBe(
    '\\mathrm{lr} \\, \\nabla^2 f(\\theta)^{-1} \\, \\nabla f(\\theta)',
  );
  expect(tex('matrix_power(m + identity(m), -(1/4))')).toBe('(m + I)^{-\\frac{1}{4}}');
});

test('a wrong number of arguments is refused where it stands', () => {
  const text = 'r(lr = 1)\ntheta = theta - lr*matmul(grad(theta))';
  try {
    parseRule(text);
    expect.unreachable();
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error;
    expect([error.code, text.slice(error.at, error.at + error.length)]).toEqual([
      'wrongArguments',
      'matmul(grad(theta))',
    ]);
  }
});
