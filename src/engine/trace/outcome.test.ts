import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { optimizers } from '../../catalogue';
import { choiceOf, custom, descent, pointOf, runOf, runInFloat64 } from '../testing/experiments';
import { outcomeOf } from './outcome';
import { planExperiment } from '../plan/plan';
import { runReference } from '../float64/reference';
import type { ProblemChoice } from '../../experiment/core/types';
import type { Outcome } from './types';

const square = choiceOf('square');
const rosenbrock = choiceOf('rosenbrock');

/** Gradient descent on x^2 from 10. */
const onSquare = (lr: number, steps: number) => runInFloat64(descent(square, [10], steps, runOf('gd', { lr })));
const onRosenbrock = (lr: number, start: readonly number[], steps: number) =>
  runInFloat64(descent(rosenbrock, start, steps, runOf('gd', { lr })));

describe('x^2 from 10', () => {
  test.each<[number, number, Outcome]>([
    [0.05, 10, { kind: 'descending' }],
    [0.2, 10, { kind: 'descending' }],
    [0.9, 10, { kind: 'descending' }],
    [0.5, 10, { kind: 'converged', step: 1, at: 'global', minimum: 0 }],
    [1, 10, { kind: 'cycling', period: 2, step: 0 }],
    [1.05, 50, { kind: 'left', step: 2 }],
    [1.1, 10, { kind: 'left', step: 2 }],
    [1e-9, 10, { kind: 'stalled', step: 0 }],
  ])('at %d, %d steps', (lr, steps, outcome) => {
    expect(onSquare(lr, steps).outcome).toEqual(outcome);
  });

  test.each([
    [0.2, 0.060466176],
    [0.05, 3.4867844],
    [0.9, 1.073741824],
    [1.1, 61.917364],
  ])('at %d ten steps end at %d', (lr, end) => {
    expect(pointOf(onSquare(lr, 10), -1)[0]).toBeCloseTo(end, 6);
  });

  // The distance is 10*|1 - 2*lr|^k, and a thousandth of a quarter of the view is 0.006.
  test.each([0.1, 0.2, 0.35, 0.9])('at %d it converges at the step that the formula predicts', (lr) => {
    const step = Math.ceil(Math.log(0.006 / 10) / Math.log(Math.abs(1 - 2 * lr)));
    expect(onSquare(lr, 60).outcome).toEqual({ kind: 'converged', step, at: 'global', minimum: 0 });
  });

  test.each([0.9999, 0.99999, 0.999999])('an oscillation that decays as slowly as at %d is not a cycle', (lr) => {
    for (const steps of [20, 60, 1000]) expect(onSquare(lr, steps).outcome).toEqual({ kind: 'descending' });
  });

  test.each([1.000001, 1.0001])('an oscillation that grows as slowly as at %d is not a cycle', (lr) => {
    for (const steps of [8, 20, 60, 500]) expect(onSquare(lr, steps).outcome).toEqual({ kind: 'rising' });
  });

  test.each([0.001, 0.1, 1, 3, 10])('Adam at %d may refuse to converge and never diverges', (lr) => {
    const trace = runInFloat64(descent(square, [10], 20_000, runOf('adam', { lr })));
    expect(trace.rows).toBe(20_001);
    expect(['converged', 'descending', 'rising', 'wandering']).toContain(trace.outcome?.kind);
  });

  test.each([0.01, 0.1, 0.5, 1])('RMSprop at %d ends in a 2-cycle of amplitude lr/2', (lr) => {
    const trace = runInFloat64(descent(square, [10], 3000, runOf('rmsprop', { lr, alpha: 0.9 })));
    expect(trace.outcome).toMatchObject({ kind: 'cycling', period: 2 });
    for (const row of [-1, -2]) expect(Math.abs(pointOf(trace, row)[0] ?? 0) / (lr / 2)).toBeCloseTo(1, 5);
  });

  test('a run with momentum that passes the minimum has not converged', () => {
    const passing = (lr: number) => runInFloat64(descent(square, [10], 30, runOf('sgd', { lr, momentum: 0.99 })));
    // The rate, by bisection, at which step 30 lands on the minimum on its way through.
    let [above, below] = [0.0005, 0.002];
    for (let i = 0; i < 50; i += 1) {
      const lr = (above + below) / 2;
      if ((pointOf(passing(lr), -1)[0] ?? 0) > 0) above = lr;
      else below = lr;
    }
    const trace = passing(below);
    expect(Math.abs(pointOf(trace, -1)[0] ?? Number.NaN)).toBeLessThan(1e-9);
    expect(trace.outcome).toEqual({ kind: 'descending' });
  });
});

test.each([0.009, 0.0125, 0.013])('a run whose swings die is descending, wherever in a swing it ends, at %d', (lr) => {
  const run = runOf('sgd', { lr, momentum: 0.9, nesterov: true });
  const bowl: ProblemChoice = { kind: 'function', id: 'quadratic', constants: { kappa: 100 } };
  for (let steps = 85; steps <= 100; steps += 1)
    expect(runInFloat64(descent(bowl, [-4, 2], steps, run)).outcome, `${steps}`).toEqual({ kind: 'descending' });
});

describe('Rosenbrock', () => {
  test('17,082 steps to come within 1e-3', () => {
    expect(onRosenbrock(0.001, [-1.2, 1], 20_000).outcome).toEqual({
      kind: 'converged',
      step: 17_082,
      at: 'global',
      minimum: 0,
    });
    expect(onRosenbrock(0.001, [-1.2, 1], 17_000).outcome).toEqual({ kind: 'descending' });
  });

  test.each([0.002, 0.0021, 0.0022, 0.0023, 0.0024, 0.0025, 0.0026, 0.0027, 0.0028, 0.0029, 0.003])(
    'from (-1.2, 1) at %d a 2-cycle',
    (lr) => {
      expect(onRosenbrock(lr, [-1.2, 1], 60_000).outcome).toMatchObject({ kind: 'cycling', period: 2 });
    },
  );

  test.each([
    [
      0.0025,
      [
        [0.8478, 0.7583],
        [0.8821, 0.7386],
      ],
      4,
    ],
    [
      0.002,
      [
        [1.000415, 0.997295],
        [0.997584, 0.998709],
      ],
      6,
    ],
  ] as const)('the cycle at %d goes between the two points', (lr, cycle, digits) => {
    const trace = onRosenbrock(lr, [-1.2, 1], 60_000);
    const ends = [pointOf(trace, -1), pointOf(trace, -2)];
    const nearest = (to: readonly number[]) =>
      ends.reduce((a, b) =>
        Math.hypot(...a.map((v, i) => v - (to[i] ?? 0))) < Math.hypot(...b.map((v, i) => v - (to[i] ?? 0))) ? a : b,
      );
    for (const point of cycle) point.forEach((value, i) => expect(nearest(point)[i]).toBeCloseTo(value, digits));
  });

  // Enough steps for the slower ones; at 0.0020 the cycle takes longer to settle than anything else here.
  const converges = { kind: 'converged', minimum: 0 };
  const cycles = { kind: 'cycling', period: 2 };
  const diverges = { kind: 'diverged', cause: 'overflow' };
  test.each([
    [[-1.5, 2.5], 0.0016, 20_000, converges],
    [[-1.5, 2.5], 0.0017, 20_000, diverges],
    [[-1.5, 2.5], 0.0018, 20_000, diverges],
    [[-1.5, 2.5], 0.0019, 20_000, diverges],
    [[-1.5, 2.5], 0.002, 60_000, cycles],
    [[-1.5, 2.5], 0.0021, 30_000, cycles],
    [[-1.5, 2.5], 0.0023, 20_000, cycles],
    [[-1.5, 2.5], 0.0025, 20_000, cycles],
    [[-1.5, 2.5], 0.0026, 20_000, cycles],
    [[-1.5, 2.5], 0.0027, 20_000, diverges],
    [[-1.5, 2.5], 0.003, 20_000, diverges],
    [[-1.5, 2], 0.0016, 20_000, converges],
    [[-1.5, 2], 0.0019, 20_000, converges],
    [[-1.5, 2], 0.002, 60_000, cycles],
    [[-1.5, 2], 0.0021, 20_000, diverges],
    [[-1.5, 2], 0.0025, 20_000, diverges],
  ])('from %j at %d', (start, lr, steps, outcome) => {
    expect(onRosenbrock(lr, start, steps).outcome).toMatchObject(outcome);
  });

  test('a run converges at a minimum outside the view, too', () => {
    const beyond = runInFloat64(
      descent(choiceOf('rosenbrock', { a: 1.9, b: 1 }), [1, 1], 4000, runOf('gd', { lr: 0.05 })),
    );
    expect(beyond.outcome).toMatchObject({ kind: 'converged', minimum: 0 });
  });
});

test('SOAP at 0.1 passes the minimum of Rosenbrock and climbs again', () => {
  const trace = runInFloat64(descent(rosenbrock, [-1.5, 2], 200, runOf('soap', { lr: 0.1 })));
  expect(Number(trace.loss[200])).toBeGreaterThan(40 * Math.min(...trace.loss));
  expect(trace.outcome).toEqual({ kind: 'wandering' });
});

describe('saddles and minima that the catalogue does not list', () => {
  const saddle = choiceOf('saddle');
  const down = runOf('gd', { lr: 0.1 });

  test('on the ridge of a saddle a run stalls', () => {
    expect(runInFloat64(descent(saddle, [1, 0], 200, down)).outcome).toMatchObject({ kind: 'stalled' });
  });

  test('beside the ridge a run leaves the view', () => {
    // 1e-9*1.2^k passes the view's edge, 2, at k = 118.
    expect(runInFloat64(descent(saddle, [1, 1e-9], 200, down)).outcome).toEqual({
      kind: 'left',
      step: Math.ceil(Math.log(2e9) / Math.log(1.2)),
    });
  });

  test('a run converges at a local minimum of Rastrigin', () => {
    const { outcome, ...trace } = runInFloat64(
      descent(choiceOf('rastrigin'), [2.1, -1.1], 200, runOf('gd', { lr: 0.001 })),
    );
    expect(outcome).toMatchObject({ kind: 'converged' });
    expect(outcome).not.toHaveProperty('minimum');
    expect(pointOf({ outcome, ...trace }, -1).map((x) => Math.round(x * 100) / 100)).toEqual([1.99, -0.99]);
  });

  test('a point as low as the lowest minimum is of unknown rank where it is not listed', () => {
    const plan = planExperiment(descent(square, [10], 60, runOf('gd', { lr: 0.2 })));
    const [[run], [trace]] = [plan.runs, runReference(plan)];
    if (!run || !trace) throw new RangeError('no run');
    const { step } = trace.outcome as { step: number };
    expect(outcomeOf({ ...plan, minima: [] }, run, trace)).toEqual({ kind: 'converged', step, at: 'unknown' });
  });

  test('the outcome names which of four minima was reached', () => {
    const found = [
      [3, 2],
      [-3, 3],
      [-4, -3],
      [3.5, -2],
    ].map((start) => runInFloat64(descent(choiceOf('himmelblau'), start, 300, runOf('gd', { lr: 0.01 }))).outcome);
    expect(found).toMatchObject([0, 1, 2, 3].map((minimum) => ({ kind: 'converged', minimum })));
  });

  test('on an endless slope a run leaves the view', () => {
    const run = runOf('gd', { lr: 0.25 });
    expect(runInFloat64(descent(custom('exp(-x)', 'x'), [0], 40, run)).outcome).toEqual({ kind: 'descending' });
    expect(runInFloat64(descent(custom('-x', 'x'), [0], 40, run)).outcome).toEqual({ kind: 'left', step: 13 });
  });

  test('linear regression converges to the solution of the normal equations', () => {
    const base = { ...descent(choiceOf('linear-regression'), [0, 0, 0], 0, runOf('sgd', { lr: 0.5 })), epochs: 40 };
    expect(runInFloat64(base).outcome).toMatchObject({ kind: 'converged' });
    expect(runInFloat64({ ...base, epochs: 2 }).outcome).toEqual({ kind: 'descending' });
  });
});

describe('overflow and not-a-number', () => {
  test('a loss beyond the largest number is an overflow', () => {
    expect(runInFloat64(descent(custom('x^4', 'x'), [10], 50, runOf('gd', { lr: 1 }))).outcome).toMatchObject({
      kind: 'diverged',
      cause: 'overflow',
    });
  });

  test('the square root of a negative number is NaN', () => {
    const trace = runInFloat64(descent(custom('sqrt(x)', 'x'), [1], 50, runOf('gd', { lr: 0.4 })));
    // 1, 0.8, 0.576, 0.313, and the fourth step lands below 0, where there is no loss.
    expect(trace.outcome).toEqual({ kind: 'diverged', step: 4, cause: 'nan' });
    expect(trace.rows).toBe(5);
  });
});

/** The outcome of a path that is no run's. */
function nameOf(points: readonly (readonly number[])[], loss: readonly number[] = points.map(() => 1)): Outcome {
  const plan = planExperiment(
    descent(custom('0*x + 0*y', 'x', 'y'), points[0] ?? [0, 0], points.length - 1, runOf('gd', {})),
  );
  const [run] = plan.runs;
  if (!run) throw new RangeError('no run');
  return outcomeOf(plan, run, {
    rows: points.length,
    params: Float64Array.from(points.flat()),
    loss: Float64Array.from(loss),
  });
}

describe('synthetic paths', () => {
  const round = (period: number, rows: number, wobble: (row: number) => number = () => 0) =>
    Array.from({ length: rows }, (_, row) => {
      const angle = (2 * Math.PI * (row % period)) / period;
      return [1 + Math.cos(angle) + wobble(row), Math.sin(angle)];
    });

  test.each([2, 3, 4, 5, 6, 7, 8])('a cycle of %d points is found', (period) => {
    expect(nameOf(round(period, 50))).toEqual({ kind: 'cycling', period, step: 0 });
    expect(nameOf([...round(9, 30), ...round(period, 50)])).toEqual({ kind: 'cycling', period, step: 30 });
  });

  test('a cycle may begin before its first complete round', () => {
    expect(nameOf([[2, 2], ...round(3, 30)])).toEqual({ kind: 'cycling', period: 3, step: 1 });
  });

  test('a period of nine is too long, two rounds are too few', () => {
    expect(nameOf(round(9, 90)).kind).toBe('wandering');
    expect(nameOf(round(5, 14)).kind).toBe('wandering');
    expect(nameOf(round(5, 15)).kind).toBe('cycling');
  });

  test('rounding does not break a cycle, but drift does', () => {
    expect(nameOf(round(4, 80, (row) => (row % 7) * 1e-7))).toMatchObject({ kind: 'cycling', period: 4 });
    expect(nameOf(round(4, 80, (row) => row * 1e-5)).kind).toBe('wandering');
  });

  test('rounding is that of the last round, not of larger points before it', () => {
    const drifting = round(4, 80, (row) => row * 1e-6);
    expect(nameOf(drifting).kind).toBe('wandering');
    expect(nameOf([[1e4, 0], ...drifting]).kind).toBe('wandering');
    expect(nameOf([[1e4, 0], ...round(4, 80, (row) => row * 1e-8)])).toMatchObject({ kind: 'cycling', period: 4 });
  });

  test('a 2-cycle that settles alternately is not a 4-cycle', () => {
    const settling = (part: number) =>
      Array.from({ length: 400 }, (_, row) => [row % 2 === 0 ? 1 : -1, part * (-0.999) ** Math.floor(row / 2)]);
    for (const part of [1e-3, 1e-4, 1e-5]) expect(nameOf(settling(part)).kind).not.toBe('cycling');
    expect(nameOf(settling(1e-7))).toMatchObject({ kind: 'cycling', period: 2 });
  });

  test('a cycle may visit one point twice', () => {
    const there = [
      [0, 0],
      [1, 0],
      [0, 0],
      [-1, 0],
    ];
    expect(nameOf(Array.from({ length: 40 }, (_, row) => there[row % 4] ?? []))).toEqual({
      kind: 'cycling',
      period: 4,
      step: 0,
    });
  });

  test('left means outside to the end, and a start outside widens the view', () => {
    const out = (row: number): number[] => [row < 5 || (row > 7 && row < 10) ? 0.1 * row : 4 + row, 0];
    expect(nameOf(Array.from({ length: 20 }, (_, row) => out(row)))).toEqual({ kind: 'left', step: 10 });
    expect(nameOf(Array.from({ length: 20 }, (_, row) => [20 - row / 2, 0])).kind).toBe('wandering');
  });

  test('a run stalls if it stands still for the last twentieth, not for less', () => {
    const stop = (at: number) => Array.from({ length: 101 }, (_, row) => [Math.min(row, at) / 100, 0]);
    expect(nameOf(stop(95))).toEqual({ kind: 'stalled', step: 95 });
    expect(nameOf(stop(96)).kind).toBe('wandering');
  });

  test('what is visible is measured by the widest side of the default view', () => {
    // A quarter of it is 10, a millionth of that 1e-5: less than one round trip of 9e-6 is none, one of 1.1e-5 is.
    const plan = planExperiment(
      descent(
        {
          ...custom('0*x + 0*y', 'x', 'y'),
          ranges: [
            [1, 3],
            [-10, 30],
          ],
        } as ProblemChoice,
        [2, 0],
        50,
        runOf('gd', {}),
      ),
    );
    const [run] = plan.runs;
    if (!run) throw new RangeError('no run');
    const swinging = (size: number) => {
      const points = Array.from({ length: 51 }, (_, row) => [2 + size * Math.abs(Math.sin(row)), 0]);
      const params = Float64Array.from([...points.slice(0, -1), [2, 0]].flat());
      return outcomeOf(plan, run, { rows: 51, params, loss: new Float64Array(51) }).kind;
    };
    expect(swinging(9e-6)).toBe('stalled');
    expect(swinging(1.1e-5)).toBe('wandering');
  });

  test('single spikes of the loss do not hide a descent', () => {
    const moving = Array.from({ length: 80 }, (_, row) => [row / 100, 0]);
    const falling = moving.map((_, row) => (row % 13 === 12 ? 1e6 : 100 - row));
    expect(nameOf(moving, falling)).toEqual({ kind: 'descending' });
    expect(
      nameOf(
        moving,
        moving.map((_, row) => 100 + row),
      ),
    ).toEqual({ kind: 'rising' });
  });

  describe('a loss that fluctuates', () => {
    const moving = Array.from({ length: 160 }, (_, row) => [row / 200, 0]);
    /** Of 500 runs whose losses are independent and exponentially distributed, beside a trend: the share that is called descending. */
    const shareDescending = (trend: (row: number) => number): number => {
      const even = fc.noBias(fc.integer({ min: 1, max: 1e6 }));
      const chances = fc.sample(fc.array(even, { minLength: 160, maxLength: 160 }), { numRuns: 500, seed: 1 });
      const kinds = chances.map(
        (run) =>
          nameOf(
            moving,
            run.map((chance, row) => trend(row) - Math.log(chance / 1e6)),
          ).kind,
      );
      return kinds.filter((kind) => kind === 'descending').length / 500;
    };

    test('is called descending by chance in four of the seventy orders of its parts', () => {
      // Four medians against four: of their 70 equally likely orders, 1, 1 and 2 have 0, 1 and 2 pairs the wrong way round.
      expect(shareDescending(() => 1)).toBeLessThan(4 / 70 + 0.03);
    });

    test('is called descending if it falls by more than that', () => {
      expect(shareDescending((row) => 100 - row / 16)).toBeGreaterThan(0.99);
    });
  });

  test('a loss that climbs back at the end is not descending, one that ends on a spike or swings as it falls is', () => {
    const moving = Array.from({ length: 80 }, (_, row) => [row / 100, 0]);
    const ofLoss = (at: (row: number) => number) =>
      nameOf(
        moving,
        moving.map((_, row) => at(row)),
      ).kind;
    expect(ofLoss((row) => (row < 70 ? 71 - row : 10 * (row - 69)))).toBe('wandering');
    expect(ofLoss((row) => (row < 70 ? 171 - row : 101 + (row - 70)))).toBe('descending');
    expect(ofLoss((row) => (row < 79 ? 80 - row : 1e6))).toBe('descending');
    expect(ofLoss((row) => 0.98 ** row * (1.01 + Math.cos(2 * row)))).toBe('descending');
  });

  test('the cause of a divergence is overflow or NaN', () => {
    expect(
      nameOf(
        [
          [0, 0],
          [1, 1],
        ],
        [1, Infinity],
      ),
    ).toEqual({ kind: 'diverged', step: 1, cause: 'overflow' });
    expect(
      nameOf(
        [
          [0, 0],
          [-Infinity, Number.NaN],
        ],
        [1, Number.NaN],
      ),
    ).toEqual({ kind: 'diverged', step: 1, cause: 'overflow' });
    expect(
      nameOf(
        [
          [0, 0],
          [Number.NaN, 1],
        ],
        [1, Number.NaN],
      ),
    ).toEqual({ kind: 'diverged', step: 1, cause: 'nan' });
  });

  test('random numbers always give an outcome whose step belongs to the run', () => {
    const number = fc.oneof(fc.double(), fc.integer({ min: -3, max: 3 }));
    const path = fc.array(fc.tuple(fc.tuple(number, number), number), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(path, (rows) => {
        const outcome = nameOf(
          rows.map(([point]) => point),
          rows.map(([, loss]) => loss),
        );
        if ('step' in outcome) expect(outcome.step >= 0 && outcome.step < rows.length).toBe(true);
        const end = rows[rows.length - 1];
        expect(outcome.kind === 'diverged').toBe(![...(end?.[0] ?? []), end?.[1]].every(Number.isFinite));
      }),
      { numRuns: 2000 },
    );
  });
});

test.each(optimizers.map(({ id }) => id))('%s: both precisions have the same outcome away from an edge', (id) => {
  const own = { adadelta: 1, lion: 0.01, rprop: 0.1, adagrad: 1, lamb: 0.1, dog: 1, 'd-adapt-adam': 1, prodigy: 1 };
  const lr = new Map(Object.entries(own)).get(id) ?? 0.02;
  const plan = planExperiment(descent(choiceOf('booth'), [-6, 4], 400, runOf(id, { lr })));
  const [double] = runReference(plan, 'float64');
  const [single] = runReference(plan, 'float32');
  expect(single?.outcome?.kind).toBe(double?.outcome?.kind);
});
