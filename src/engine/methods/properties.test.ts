import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { runToEnd } from '../common/slice';
import { readExperiment } from '../../experiment';
import { planEveryRun } from '../plan/everyRun';
import type { MethodRecord } from '../trace/iterations';
import type { RunTrace } from '../trace/types';
import { loadMethods } from './load';
import { runEveryReference } from './runEveryRun';

beforeAll(loadMethods);

/*
 * What each method promises, at every iteration of runs from random starts, with losses and slopes written out here.
 */

type Point = readonly number[];

const rosenbrock = {
  text: '(1 - x)^2 + 100*(y - x^2)^2',
  loss: ([x = 0, y = 0]: Point) => (1 - x) ** 2 + 100 * (y - x * x) ** 2,
  gradient: ([x = 0, y = 0]: Point) => [-2 * (1 - x) - 400 * x * (y - x * x), 200 * (y - x * x)],
};

/** A run on a typed loss, and its record. */
function run(text: string, parameters: readonly string[], optimizer: string, start: Point, hyper: object = {}) {
  const problem = { loss: text, parameters: [...parameters] };
  const experiment = readExperiment({
    version: 1,
    problem,
    start: [...start],
    steps: 100,
    runs: [{ optimizer, hyper }],
  });
  const [trace] = runToEnd(runEveryReference(planEveryRun(experiment)));
  if (!trace?.method) throw new RangeError('no run by a method');
  return { trace, record: trace.method };
}

const coordinate = fc.double({ min: -2, max: 2, noNaN: true });
const starts = fc.tuple(coordinate, coordinate);
const dot = (a: Point, b: Point) => a.reduce((sum, x, i) => sum + x * (b[i] ?? NaN), 0);
const minus = (a: Point, b: Point) => a.map((x, i) => x - (b[i] ?? NaN));
const norm = (a: Point) => Math.hypot(...a);

/** The iterations after the start, each with the point that it began at. */
const steps = ({ iterations }: MethodRecord) =>
  iterations.slice(1).map((iteration, k) => ({ ...iteration, from: iterations[k]?.point ?? [] }));

const rounding = (...numbers: number[]) => 1e-9 * Math.max(1, ...numbers.map(Math.abs));

describe.each(['backtracking', 'damped-newton', 'wolfe', 'conjugate-gradient', 'bfgs', 'lbfgs'])('%s', (id) => {
  test('every step that is taken lowers the loss as Armijo asks, and every refused one breaks a condition', () => {
    fc.assert(
      fc.property(starts, (start) => {
        const { record } = run(rosenbrock.text, ['x', 'y'], id, start);
        for (const { from, point, trials } of steps(record)) {
          const before = rosenbrock.loss(from);
          for (const trial of trials) {
            const slope = dot(rosenbrock.gradient(from), minus(trial.point, from));
            const excess = trial.loss - (before + 1e-4 * slope);
            if (trial.verdict === 'tooHigh') expect(excess).toBeGreaterThan(-rounding(before));
            else expect(excess).toBeLessThan(rounding(before));
          }
          const taken = trials.filter(({ verdict }) => verdict === 'accepted' || verdict === 'longest');
          expect(taken.length).toBeLessThanOrEqual(1);
          if (taken[0]) expect(taken[0].point).toEqual(point);
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe.each([
  ['wolfe', 0.9],
  ['conjugate-gradient', 0.4],
  ['bfgs', 0.9],
  ['lbfgs', 0.9],
] as const)('%s', (id, c2) => {
  test('the slope along the line has fallen to the share that the curvature condition asks', () => {
    fc.assert(
      fc.property(starts, (start) => {
        const { record } = run(rosenbrock.text, ['x', 'y'], id, start);
        for (const { from, point, trials } of steps(record)) {
          if (trials.at(-1)?.verdict !== 'accepted') continue;
          const way = minus(point, from);
          const [first, last] = [dot(rosenbrock.gradient(from), way), dot(rosenbrock.gradient(point), way)];
          expect(Math.abs(last)).toBeLessThanOrEqual(-c2 * first + 1e-6 * norm(way) * norm(rosenbrock.gradient(from)));
        }
      }),
      { numRuns: 40 },
    );
  });
});

test('Newton reaches the minimum of a quadratic in one step, from anywhere', () => {
  fc.assert(
    fc.property(starts, fc.double({ min: 0.5, max: 5, noNaN: true }), ([x, y], a) => {
      const { trace } = run(`${a}*(x - 1)^2 + x*y/2 + 3*(y + 2)^2`, ['x', 'y'], 'newton', [x, y]);
      // The solution of 2a(x - 1) + y/2 = 0 and x/2 + 6(y + 2) = 0.
      const determinant = 12 * a - 0.25;
      const minimum = [(12 * a + 6) / determinant, (-24 * a - a) / determinant];
      expect(trace.params[2]).toBeCloseTo(minimum[0] ?? NaN, 9);
      expect(trace.params[3]).toBeCloseTo(minimum[1] ?? NaN, 9);
    }),
  );
});

describe('with almost exact line searches on a quadratic', () => {
  const quadratic = '(x^2 + 10*y^2 + 40*z^2)/2 + x*y/2';

  test.each(['bfgs', 'conjugate-gradient'])('%s ends in as many iterations as there are parameters', (id) => {
    const { trace } = run(quadratic, ['x', 'y', 'z'], id, [1, -2, 0.5], { c2: 1e-6 });
    const gradientAt = (row: number) => {
      const [x = 0, y = 0, z = 0] = trace.params.slice(3 * row, 3 * row + 3);
      return norm([x + y / 2, 10 * y + x / 2, 40 * z]);
    };
    expect(gradientAt(2)).toBeGreaterThan(1e-3);
    expect(gradientAt(3)).toBeLessThan(1e-4);
  });

  test('L-BFGS that remembers all steps makes the same points as it would with more memory', () => {
    const path = (memory: number) => [
      ...run(quadratic, ['x', 'y', 'z'], 'lbfgs', [1, -2, 0.5], { memory }).trace.params,
    ];
    expect(path(50)).toEqual(path(100));
    expect(path(1)).not.toEqual(path(50));
  });
});

test('the dogleg never leaves its trust region, and a step below the threshold is not taken', () => {
  fc.assert(
    fc.property(starts, fc.double({ min: 0.05, max: 3, noNaN: true }), (start, radius) => {
      const { record } = run(rosenbrock.text, ['x', 'y'], 'dogleg', start, { radius });
      for (const { from, point, trials, radius: within = NaN } of steps(record)) {
        for (const trial of trials) {
          const length = norm(minus(trial.point, from));
          expect(length).toBeLessThanOrEqual(within * (1 + 1e-9));
          expect(trial.verdict === 'accepted').toBe(point === trial.point);
        }
        expect(rosenbrock.loss(point)).toBeLessThanOrEqual(rosenbrock.loss(from));
      }
    }),
    { numRuns: 60 },
  );
});

test('the best corner of Nelder and Mead’s simplex never gets worse, and its corners stay apart', () => {
  fc.assert(
    fc.property(starts, (start) => {
      const { record } = run(rosenbrock.text, ['x', 'y'], 'nelder-mead', start);
      for (const { from, point, simplex = [] } of steps(record)) {
        expect(rosenbrock.loss(point)).toBeLessThanOrEqual(rosenbrock.loss(from) + rounding(rosenbrock.loss(from)));
        expect(simplex).toHaveLength(3);
        expect(simplex[0]).toEqual(point);
        const losses = simplex.map(rosenbrock.loss);
        expect(losses[0]).toBeLessThanOrEqual((losses[1] ?? NaN) + rounding(losses[1] ?? 0));
        expect(losses[1]).toBeLessThanOrEqual((losses[2] ?? NaN) + rounding(losses[2] ?? 0));
      }
    }),
    { numRuns: 40 },
  );
});

describe('a method that cannot go on says why', () => {
  const endOf = ({ outcome, method }: RunTrace) => ({ outcome, stop: method?.stop });

  test('where the Hessian has no inverse', () => {
    expect(endOf(run('(x + y)^2 + (x + y)^4', ['x', 'y'], 'newton', [1, 0.5]).trace)).toEqual({
      outcome: { kind: 'stopped', step: 0, why: 'singular' },
      stop: 'singular',
    });
  });

  test('where the direction leads up', () => {
    expect(endOf(run('cos(x) + y^2', ['x', 'y'], 'damped-newton', [0.5, 0]).trace)).toEqual({
      outcome: { kind: 'stopped', step: 0, why: 'uphill' },
      stop: 'uphill',
    });
  });

  test('where the model of the trust region has no minimum', () => {
    expect(endOf(run('x^2 - y^2 + y^4', ['x', 'y'], 'dogleg', [1, 0.1]).trace)).toEqual({
      outcome: { kind: 'stopped', step: 0, why: 'indefinite' },
      stop: 'indefinite',
    });
  });

  test('where no step length is accepted: below a jump that the gradient does not announce', () => {
    const { trace } = run('x + y + if(x < 0.3, 10, 0)', ['x', 'y'], 'backtracking', [0.3, 1]);
    expect(endOf(trace)).toEqual({ outcome: { kind: 'stopped', step: 1, why: 'noStep' }, stop: 'noStep' });
    expect(trace.method?.iterations[1]?.trials.every(({ verdict }) => verdict === 'tooHigh')).toBe(true);
  });

  test('and at a saddle, where the gradient vanishes, it is stalled', () => {
    expect(run('x^2 - y^2', ['x', 'y'], 'newton', [1, 0.5]).trace.outcome).toEqual({ kind: 'stalled', step: 1 });
  });
});
