import { beforeAll, describe, expect, test } from 'vitest';
import { readExperiment } from '../../experiment';
import { runToEnd } from '../common/slice';
import { planEveryRun } from '../plan/everyRun';
import { choiceOf, custom, descent, pointOf, runInFloat64, runOf } from '../testing/experiments';
import { loadMethods } from './load';
import { runEveryReference } from './runEveryRun';

beforeAll(loadMethods);

/* Rules that are classical methods, row by row against the method's own algorithm. */

/** The rows that a rule and a method have in common, as far as the method goes. */
function expectSame(problem: object, start: readonly number[], steps: number, rule: object, method: object): number {
  const experiment = readExperiment({ version: 1, problem, start: [...start], steps, runs: [rule, method] });
  const [byRule, byMethod] = runToEnd(runEveryReference(planEveryRun(experiment)));
  if (!byRule || !byMethod) throw new RangeError('no runs');
  for (let row = 0; row < byMethod.rows; row += 1) {
    const expected = pointOf(byMethod, row);
    const size = Math.max(1, ...expected.map(Math.abs));
    pointOf(byRule, row).forEach((value, i) =>
      expect(Math.abs(value - (expected[i] ?? Number.NaN)), `row ${row}`).toBeLessThan(1e-11 * size),
    );
  }
  return byMethod.rows;
}

const newton = `whole(lr = 1)
theta = theta - lr*solve_hessian(theta, grad(theta))`;

const backtrack = `backtrack(lr = 1, shrink = 0.5, c1 = 1e-4)
g = grad(theta)
s = lr
repeat 20
  s = if(loss(theta - s*g) <= loss(theta) - c1*s*dot(g, g), s, shrink*s)
end
theta = theta - s*g`;

describe('a loop in a rule', () => {
  test.each([
    ['Rosenbrock', { id: 'rosenbrock' }, [-1.5, 2], {}, 61],
    ['a quadratic', { id: 'quadratic', constants: { kappa: 30 } }, [-3, 2], { shrink: 0.7, c1: 0.3 }, 20],
    // From 1 on the loss has no value: the first trial, at 2, is too high.
    ['a barrier', { loss: 'y^2 - log(1 - x) - 3*x', parameters: ['x', 'y'] }, [0, 2], { c1: 0.1 }, 10],
  ] as const)('makes the steps of the classical method of backtracking on %s', (_, problem, start, hyper, rows) => {
    const compared = expectSame(
      problem,
      start,
      60,
      { rule: backtrack, hyper },
      { optimizer: 'backtracking', hyper: { firstStep: 1, ...hyper } },
    );
    expect(compared).toBeGreaterThanOrEqual(rows);
  });
});

describe('solve_hessian', () => {
  test.each([
    ['a quadratic', { id: 'quadratic', constants: { kappa: 30 } }, [-3, 2], 2],
    ['Rosenbrock', { id: 'rosenbrock' }, [-1.5, 2], 4],
    [
      'four parameters',
      { loss: '(a - 2*b)^4 + (b + 3*c)^2 + exp(a*d) + d^4 + c^2', parameters: ['a', 'b', 'c', 'd'] },
      [1, -1, 0.5, 0.7],
      8,
    ],
  ] as const)('makes the steps of the classical method of Newton on %s', (_, problem, start, rows) =>
    expect(expectSame(problem, start, 12, { rule: newton }, { optimizer: 'newton' })).toBeGreaterThanOrEqual(rows),
  );

  const bowl = custom('x^2 + x*y + 3*y^2 + x', 'x', 'y');
  const after = (modifiers: object, start: readonly number[] = [2, -1]) =>
    pointOf(runInFloat64(descent(bowl, [...start], 1, runOf(newton, {}, { modifiers }))), 1);
  const near = (actual: readonly number[], expected: readonly number[]) =>
    expected.forEach((value, i) => expect(actual[i]).toBeCloseTo(value, 12));

  test('is of the loss that modifiers make', () => {
    // The minima of the bowl, of the bowl with 0.5 (x^2 + y^2)/2 added, and of the bowl along x or y alone.
    near(after({}), [-6 / 11, 1 / 11]);
    near(after({ l2: 0.5 }), [-6.5 / 15.25, 1 / 15.25]);
    near(after({ frozen: ['y'] }), [0, -1]);
    near(after({ frozen: ['x'] }), [2, -1 / 3]);
    near(after({ l2: 2, frozen: ['y'] }), [0, -1]);
    // Newton's step leads to where the gradient vanishes, whichever way it is turned.
    near(after({ maximize: true }), [-6 / 11, 1 / 11]);
  });

  test('of a singular Hessian is no finite number, and the run ends', () => {
    const trace = runInFloat64(descent(custom('(x - y)^2', 'x', 'y'), [1, 3], 3, runOf(newton, {})));
    expect(pointOf(trace, 1).some(Number.isFinite)).toBe(false);
  });

  test('of more than 16 parameters is no number', () => {
    const memory = (size: number) =>
      runInFloat64({
        version: 1,
        problem: choiceOf('associative-memory', { size }),
        start: null,
        epochs: 1,
        seed: 1,
        runs: [runOf(newton, { lr: 0.5 })],
      });
    expect(pointOf(memory(4), 1).every(Number.isFinite)).toBe(true);
    expect(pointOf(memory(5), 1).every(Number.isNaN)).toBe(true);
  });
});
