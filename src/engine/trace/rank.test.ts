import { describe, expect, test } from 'vitest';
import { analyse } from '../theory/analyse';
import { planExperiment } from '../plan/plan';
import { runReference } from '../float64/reference';
import { choiceOf, custom, descent, runInFloat64, runOf } from '../testing/experiments';

/* Which minimum a run converged to, and which one its explanation measures to. Losses are written out by hand. */

type Loss = (x: number, y: number) => number;

const rastrigin: Loss = (x, y) => 20 + x * x - 10 * Math.cos(2 * Math.PI * x) + y * y - 10 * Math.cos(2 * Math.PI * y);
const ackley: Loss = (x, y) =>
  20 +
  Math.E -
  20 * Math.exp(-0.2 * Math.sqrt((x * x + y * y) / 2)) -
  Math.exp((Math.cos(2 * Math.PI * x) + Math.cos(2 * Math.PI * y)) / 2);
const styblinski: Loss = (x, y) => [x, y].reduce((sum, t) => sum + (t ** 4 - 16 * t * t + 5 * t) / 2, 0);
const threeHump: Loss = (x, y) => 2 * x * x - 1.05 * x ** 4 + x ** 6 / 6 + x * y + y * y;
const sixHump: Loss = (x, y) => (4 - 2.1 * x * x + x ** 4 / 3) * x * x + x * y + (4 * y * y - 4) * y * y;
const levi: Loss = (x, y) =>
  Math.sin(3 * Math.PI * x) ** 2 +
  (x - 1) ** 2 * (1 + Math.sin(3 * Math.PI * y) ** 2) +
  (y - 1) ** 2 * (1 + Math.sin(2 * Math.PI * y) ** 2);
const goldstein: Loss = (x, y) =>
  (1 + (x + y + 1) ** 2 * (19 - 14 * x + 3 * x * x - 14 * y + 6 * x * y + 3 * y * y)) *
  (30 + (2 * x - 3 * y) ** 2 * (18 - 32 * x + 12 * x * x + 48 * y - 36 * x * y + 27 * y * y));

const minimize = (id: string, start: readonly number[], lr: number, steps = 2000) => {
  const plan = planExperiment(descent(choiceOf(id), start, steps, runOf('gd', { lr })));
  const [trace] = runReference(plan);
  if (!trace) throw new RangeError('no run');
  const [x = NaN, y = NaN] = trace.params.slice(-2);
  return { outcome: trace.outcome, end: [x, y] as const, edge: analyse(plan, 0, trace).edge };
};

/** A point no farther than `size` away at which the loss is lower; undefined at a minimum. */
const lowerBeside = (loss: Loss, [x, y]: readonly [number, number], size: number) =>
  Array.from({ length: 32 }, (_, k) => (k * Math.PI) / 16).find(
    (angle) => loss(x + size * Math.cos(angle), y + size * Math.sin(angle)) < loss(x, y),
  );

describe('the lowest loss of each function decides', () => {
  // The published minimum, and a start in a valley of each kind.
  test.each([
    ['rastrigin', rastrigin, 0, [0.2, -0.1], 0.001, 'global'],
    ['rastrigin', rastrigin, 0, [2.3, -1.7], 0.001, 'local'],
    ['rastrigin', rastrigin, 0, [-0.9, 0.05], 0.001, 'local'],
    ['ackley', ackley, 0, [1.6, -2.1], 0.01, 'local'],
    ['styblinski-tang', styblinski, -78.33233140754282, [-2, -2], 0.01, 'global'],
    ['styblinski-tang', styblinski, -78.33233140754282, [2, 2], 0.01, 'local'],
    ['styblinski-tang', styblinski, -78.33233140754282, [-2, 2], 0.01, 'local'],
    ['three-hump-camel', threeHump, 0, [0.5, 0.5], 0.02, 'global'],
    ['three-hump-camel', threeHump, 0, [1.8, -1.2], 0.02, 'local'],
    ['six-hump-camel', sixHump, -1.0316284534898774, [0.2, -0.6], 0.01, 'global'],
    ['six-hump-camel', sixHump, -1.0316284534898774, [1.6, -0.6], 0.01, 'local'],
    ['levi-13', levi, 0, [1.1, 0.9], 0.001, 'global'],
    ['levi-13', levi, 0, [-4.2, 5.3], 0.001, 'local'],
    ['goldstein-price', goldstein, 3, [0.05, -0.95], 1e-4, 'global'],
    ['goldstein-price', goldstein, 3, [-0.6, -0.4], 1e-5, 'local'],
  ] as const)('%s from %5$j', (id, loss, lowest, start, lr, at) => {
    const { outcome, end, edge } = minimize(id, start, lr);
    expect(outcome).toMatchObject({ kind: 'converged', at });
    expect(lowerBeside(loss, end, 0.02)).toBeUndefined();
    if (at === 'global') expect(loss(...end)).toBeCloseTo(lowest, 3);
    else expect(loss(...end)).toBeGreaterThan(lowest + 0.01);
    // The explanation measures to that minimum and to no other.
    expect(edge.at).toBe(at === 'global' ? 'minimum' : 'sight');
    expect(Math.hypot((edge.point[0] ?? NaN) - end[0], (edge.point[1] ?? NaN) - end[1])).toBeLessThan(0.01);
  });

  test.each([
    [3, 2],
    [-3, 3],
    [-4, -3],
    [3.5, -2],
  ])('every one of the four minima of Himmelblau is global, from (%d, %d)', (x, y) => {
    expect(minimize('himmelblau', [x, y], 0.01).outcome).toMatchObject({ kind: 'converged', at: 'global' });
  });

  test("McCormick's minimum is local, because the loss goes down for ever along the valley", () => {
    const loss: Loss = (x, y) => Math.sin(x + y) + (x - y) ** 2 - 1.5 * x + 2.5 * y + 1;
    const { outcome, end } = minimize('mccormick', [-0.5, -1], 0.05);
    expect(outcome).toMatchObject({ kind: 'converged', at: 'local', minimum: 0 });
    expect(loss(end[0] - Math.PI, end[1] - Math.PI)).toBeLessThan(loss(...end) - 3);
  });

  test('Ackley from beside its tip: within reach of it, a run has converged to the global minimum', () => {
    const falling = runOf('gd', { lr: 0.02 }, { schedule: { kind: 'exponential', args: { gamma: 0.97 } } });
    const { outcome } = runInFloat64(descent(choiceOf('ackley'), [0.2, 0.1], 400, falling));
    expect(outcome).toMatchObject({ kind: 'converged', at: 'global', minimum: 0 });
  });
});

describe('losses of which no minimum is known to be global', () => {
  test('a typed loss', () => {
    const tilted = custom('x^4 - 2*x^2 + 0.3*x', 'x');
    for (const start of [1.5, -1.5])
      expect(runInFloat64(descent(tilted, [start], 400, runOf('gd', { lr: 0.05 }))).outcome).toMatchObject({
        kind: 'converged',
        at: 'unknown',
      });
  });

  test.each(['linear-regression', 'logistic-regression', 'noisy-quadratic'])(
    '%s is convex: its minimum is global',
    (id) => {
      const base = descent(choiceOf(id), [], 0, runOf('gd', { lr: id === 'logistic-regression' ? 2 : 0.1 }));
      const { outcome } = runInFloat64({ ...base, start: null, epochs: 3000 });
      expect(outcome).toMatchObject({ kind: 'converged', at: 'global' });
    },
  );
});

describe('where the loss is flat', () => {
  const gd = (lr: number) => runOf('gd', { lr });

  test('(x - 3)^4 is not at its minimum before it is', () => {
    const trace = runInFloat64(descent(custom('(x - 3)^4', 'x'), [0], 20_000, gd(0.05)));
    expect(trace.outcome).toEqual({ kind: 'descending' });
    // 1/distance^2 grows by 8 lr an update: after 20,000 at 0.05 the distance is 1/sqrt(8000).
    expect((3 - (trace.params.at(-1) ?? NaN)) * Math.sqrt(8000)).toBeCloseTo(1, 2);
  });

  test("where a Newton step falls short of the minimum, its length is not the run's distance", () => {
    // x goes to x - 4 lr x^3; from 0.5 at 0.5 it is at 1/sqrt(4 + 80,000) = 0.0035, and a Newton step there is a third of it.
    const trace = runInFloat64(descent(custom('x^4', 'x'), [0.5], 20_000, gd(0.5)));
    const end = trace.params.at(-1) ?? NaN;
    const reach = 6 / 4 / 1000;
    expect(end / 3).toBeLessThan(reach);
    expect(end).toBeGreaterThan(reach);
    expect(trace.outcome?.kind).not.toBe('converged');
  });

  test.each([
    ['(x - y)^2', [1, 0.3]],
    ['exp(x - y) + exp(y - x)', [1, 0.3]],
    ['x^2 + 0*y', [1, 0.3]],
    ['x^2 + sin(y)^2 + cos(y)^2', [1, 0.3]],
    ['(x + 2*y - 1)^2/7', [1, 0.3]],
  ] as const)('%s has a level valley: no run converges to "the" minimum', (text, start) => {
    const { outcome } = runInFloat64(descent(custom(text, 'x', 'y'), start, 2000, gd(0.1)));
    expect(outcome?.kind).toBe('stalled');
  });

  test.each([0.1, 3, 1 / 3, 1e6])('data with a constant column of %d have a level valley', (constant) => {
    const problem = choiceOf('linear-regression');
    if (problem.kind !== 'data') throw new TypeError('no data');
    const x = Array.from({ length: 1000 }, (_, i) => [Math.sin(7 * i), constant]);
    const y = x.map(([first = NaN]) => 2 * first + 1);
    const lr = 1 / (2 + constant ** 2);
    const base = descent({ ...problem, userData: { x, y } }, [0, 0, 0], 0, gd(lr));
    const plan = planExperiment({ ...base, epochs: 500 });
    expect(plan.minima).toEqual([]);
    expect(runInFloat64({ ...base, epochs: 500 }).outcome?.kind).not.toBe('converged');
  });

  test.each([1e-3, 1, 1e6])('but data in other units have a minimum: a feature of about %d', (unit) => {
    const problem = choiceOf('linear-regression');
    if (problem.kind !== 'data') throw new TypeError('no data');
    const x = Array.from({ length: 100 }, (_, i) => [unit * Math.sin(7 * i), Math.cos(3 * i)]);
    const y = x.map(([first = NaN, second = NaN]) => (2 * first) / unit - 3 * second + 1);
    const plan = planExperiment({ ...descent({ ...problem, userData: { x, y } }, [0, 0, 0], 0, gd(0.1)), epochs: 1 });
    const [[w1 = NaN, w2 = NaN, b = NaN] = []] = plan.minima;
    expect([w1 * unit, w2, b].map((value) => Number(value.toFixed(6)))).toEqual([2, -3, 1]);
  });
});
