import { createTranslator } from 'use-intl/core';
import { describe, expect, test } from 'vitest';
import type { Experiment } from '../../experiment/core/types';
import english from '../../language/en/why.json';
import chinese from '../../language/zh/why.json';
import type { Precision } from '../loss/evaluator';
import { planExperiment } from '../plan/plan';
import { runReference } from '../float64/reference';
import { choiceOf, custom, descent, pointOf, runOf } from '../testing/experiments';
import { analyse } from './analyse';

/* Runs that other people published: their numbers, how they ended, and what is said of them. */

const gd = (lr: number) => runOf('gd', { lr });

function told(experiment: Experiment, precision: Precision = 'float64') {
  const plan = planExperiment(experiment);
  const [trace] = runReference(plan, precision);
  if (!trace) throw new RangeError('no run');
  const { why, edge } = analyse(plan, 0, trace, precision);
  const inWords = (messages: Readonly<Record<string, string>>, locale: 'en' | 'zh') =>
    why
      .map(({ code, values }) =>
        createTranslator({ locale, messages })(
          code,
          Object.fromEntries([
            ['directions', plan.parameters.length],
            ...Object.entries(values).map(([name, value]): [string, string | number] => [
              name,
              Array.isArray(value)
                ? value.map((x, i) => `${plan.parameters[i]} = ${Number(x).toPrecision(3)}`).join(', ')
                : (value as string | number),
            ]),
          ]),
        ),
      )
      .join(' ');
  return { trace, outcome: trace.outcome, why, edge, english: inWords(english, 'en'), chinese: inWords(chinese, 'zh') };
}

const values = (why: ReturnType<typeof told>['why'], code: string): Readonly<Record<string, unknown>> =>
  why.find((reason) => reason.code === code)?.values ?? {};

test('0.1 x^2 + 2 y^2 from (-5, -2) at 0.6 leaves the view and is said to diverge', () => {
  const { trace, outcome, english: words } = told(descent(custom('0.1*x^2 + 2*y^2', 'x', 'y'), [-5, -2], 20, gd(0.6)));
  const [x = NaN, y = NaN] = pointOf(trace, -1);
  expect([x.toFixed(6), y.toFixed(6)]).toEqual(['-0.387814', '-1673.365109']);
  expect(outcome?.kind).toBe('left');
  expect(words).toContain('still finite, but it is diverging');
});

test.each(['float64', 'float32'] as const)('x^2 + 10 y^2 from (-5, 3) at 0.1 flips for ever in %s', (precision) => {
  const {
    trace,
    outcome,
    english: words,
  } = told(descent(custom('x^2 + 10*y^2', 'x', 'y'), [-5, 3], 2000, gd(0.1)), precision);
  expect(outcome).toMatchObject({ kind: 'cycling', period: 2 });
  for (let row = 0; row < trace.rows; row += 1) {
    const y = pointOf(trace, row)[1] ?? NaN;
    expect(Math.abs(y - (row % 2 === 0 ? 3 : -3))).toBeLessThan(1e-3);
  }
  expect(words).toContain('cycles through the same 2 points');
  if (precision === 'float64') expect(words).toContain('equals the stability edge');
});

test('(x - 3)^4 from 0 at 0.05 is not called converged after 20,000 updates', () => {
  const { trace, outcome, why } = told(descent(custom('(x - 3)^4', 'x'), [0], 20_000, gd(0.05)));
  expect([1, 2, 3].map((row) => (pointOf(trace, row)[0] ?? NaN).toFixed(5))).toEqual(['5.40000', '2.63520', '2.64491']);
  expect(pointOf(trace, -1)[0]).toBeCloseTo(2.98883, 4);
  expect(outcome?.kind).toBe('descending');
  // The distance to 3, three quarters of the way and at the end.
  const distanceAt = (row: number) => 3 - (pointOf(trace, row)[0] ?? NaN);
  expect(values(why, 'pace').percent).toBeCloseTo(100 * (1 - distanceAt(20_000) / distanceAt(15_000)), 3);
  expect(why.map(({ code }) => code)).not.toContain('slowest');
});

test('(x^2 - 16)^2 from 1 at 0.016 is past 2/f″(4) = 1/64 and cycles', () => {
  const { trace, outcome, why } = told(descent(custom('(x^2 - 16)^2', 'x'), [1], 2000, gd(0.016)));
  expect(outcome).toMatchObject({ kind: 'cycling', period: 2 });
  const ends = [pointOf(trace, -1)[0] ?? NaN, pointOf(trace, -2)[0] ?? NaN].sort((a, b) => a - b);
  expect(ends.map((x) => x.toFixed(4))).toEqual(['3.6585', '4.2709']);
  expect(values(why, 'pastLimitIn').limit).toBeCloseTo(1 / 64, 9);
  expect(values(why, 'pastLimitIn').point).toEqual([expect.closeTo(4, 9)]);
});

test('abs(x) from 0.3 with Rprop at 0.1', () => {
  const start = descent(custom('abs(x)', 'x'), [0.3], 5, runOf('rprop', { lr: 0.1 }));
  expect([1, 2, 3, 4, 5].map((row) => Number((pointOf(told(start).trace, row)[0] ?? NaN).toFixed(12)))).toEqual([
    0.2, 0.08, -0.064, -0.064, 0.008,
  ]);
  expect(told({ ...start, steps: 100 }).english).toContain('crossed a kink');
});

test('x^2 from 10 with SGD 0.1, momentum 0.9, dampening 0.9: the first buffer is undamped', () => {
  const { trace, outcome } = told(
    descent(choiceOf('square'), [10], 3, runOf('sgd', { lr: 0.1, momentum: 0.9, dampening: 0.9 })),
  );
  expect([1, 2, 3].map((row) => Number((pointOf(trace, row)[0] ?? NaN).toFixed(10)))).toEqual([8, 6.04, 4.1552]);
  expect(outcome?.kind).toBe('descending');
});

test.each([0.0005, 0.001, 0.002, 0.005])('Rosenbrock from (-3, -4) at %d overflows by step 6', (lr) => {
  const { outcome, english: words, why } = told(descent(choiceOf('rosenbrock'), [-3, -4], 100, gd(lr)));
  expect(outcome).toMatchObject({ kind: 'diverged', cause: 'overflow' });
  expect(outcome?.kind === 'diverged' && outcome.step).toBeLessThanOrEqual(6);
  expect(words).toContain('the square of');
  // Below the limit at the minimum, the start is too steep: its Hessian is (12402, 1200; 1200, 200).
  if (lr < 0.0019) expect(values(why, 'steeper').lambda).toBeCloseTo(6301 + Math.hypot(6101, 1200), 6);
});

test('Rosenbrock from (-2, 2): diverges, does not, diverges as the rate grows', () => {
  const kinds = [0.002, 0.0025, 0.005].map(
    (lr) => told(descent(choiceOf('rosenbrock'), [-2, 2], 3000, gd(lr))).outcome?.kind,
  );
  expect([kinds[0], kinds[2]]).toEqual(['diverged', 'diverged']);
  expect(['diverged', 'left']).not.toContain(kinds[1]);
});

describe('x^2 from 10 at 1.1 overflows where the engine does', () => {
  test.each([
    ['float32', 400, 231, 3.4028234663852886e38],
    ['float64', 2000, 1934, Number.MAX_VALUE],
  ] as const)('in %s', (precision, steps, step, largest) => {
    const {
      outcome,
      why,
      english: words,
      chinese: translated,
    } = told(descent(choiceOf('square'), [10], steps, gd(1.1)), precision);
    expect(outcome).toEqual({ kind: 'diverged', step, cause: 'overflow' });
    // x is 10*(-1.2)^k, and its square is past the largest number.
    const { a, computing, limit, operation } = values(why, 'overflow');
    expect([computing, operation, limit]).toEqual(['loss', 'square', largest]);
    expect(Number(a) / (10 * (-1.2) ** step)).toBeCloseTo(1, 4);
    expect(words).toContain('multiplied by 1.2');
    expect(translated).toContain('溢出');
  });

  test.each([
    ['float32', 231],
    ['float64', 1934],
  ] as const)('and 60 updates in %s say when that would be', (precision, step) => {
    const { outcome, why } = told(descent(choiceOf('square'), [10], 60, gd(1.1)), precision);
    expect(outcome?.kind).toBe('left');
    expect(values(why, 'leftDiverging')).toMatchObject({ parameter: 'x', overflow: step });
    expect(values(why, 'leftDiverging').growth).toBeCloseTo(1.2, 4);
  });
});

describe('a valley that is level along a direction', () => {
  test.each(['(x - y)^2', 'exp(x - y) + exp(y - x)'])('%s', (loss) => {
    const { outcome, english: words, edge } = told(descent(custom(loss, 'x', 'y'), [1, 0.3], 500, gd(0.1)));
    expect(outcome?.kind).toBe('stalled');
    expect(words).toContain('level valley: along one direction the curvature is 0');
    expect(edge.eigenvalues?.[1]).toBe(0);
  });

  test('data with a constant column', () => {
    const problem = choiceOf('linear-regression');
    if (problem.kind !== 'data') throw new TypeError('no data');
    const x = Array.from({ length: 50 }, (_, i) => [Math.sin(7 * i), 3]);
    const y = x.map(([first = NaN]) => 2 * first + 1);
    const { outcome, english: words } = told({
      ...descent({ ...problem, userData: { x, y } }, [0, 0, 0], 0, gd(0.1)),
      epochs: 2000,
    });
    expect(outcome?.kind).toBe('stalled');
    expect(words).toContain('level valley');
  });
});

describe('what is not a number names the operation and the point that made it', () => {
  test.each([
    ['log(x)', [-1], 0, 'the logarithm of -1 is not defined, at x = -1.00', '-1 的对数'],
    ['log1p(x)', [-2], 0, 'the logarithm of 1 + -2 is not defined, at x = -2.00', '1 + -2 的对数'],
    ['x/x*x', [0], 0, '0/0 is not defined, at x = 0.00', '0/0'],
    ['x^(1/3)', [-8], 0, 'a negative number, -8, to the power 0.333', '负数 -8'],
    ['sqrt(x)', [-4], 0, 'the square root of -4 is not defined', '-4 的平方根'],
    ['sqrt(x - 1)*y + y^2', [1, 2], 1, 'divided by 0 is infinite', '除以 0'],
    ['x^3 - 3*x*y^2', [0.5, 0.01], null, 'infinity minus infinity is not defined', '无穷减无穷'],
    ['if(x > 0, x, log(x))', [-2], 0, 'the logarithm of -2 is not defined', '-2 的对数'],
    ['exp(x) + exp(-x)', [3], null, 'the exponential of', '的指数'],
  ] as const)('%s from %j', (loss, start, step, words, translated) => {
    const rate = loss.startsWith('exp') ? 3 : 0.1;
    const parameters = start.length === 1 ? ['x'] : ['x', 'y'];
    const found = told(descent(custom(loss, ...parameters), start, 200, gd(rate)));
    expect(found.outcome?.kind).toBe('diverged');
    if (step !== null) expect(found.outcome).toMatchObject({ step });
    expect(found.english).toContain(words);
    expect(found.chinese).toContain(translated);
  });

  test('a rule divides 0 by 0 where a decay rate is 1', () => {
    const { english: words } = told(descent(choiceOf('square'), [10], 30, runOf('adam', { lr: 0.1, beta1: 1 })));
    expect(words).toContain('At step 1 the update was not a number: 0/0 is not defined, at x = 10.0');
  });
});

describe('stopped, but not at a minimum', () => {
  test.each([
    ['x^2 - y^2', [1, 0], 'It stands at a saddle point'],
    ['-x^2 - y^2', [0, 0], 'It stands at a maximum'],
    ['cos(x) + cos(y)', [0, 0], 'It stands at a maximum'],
    ['x^3 - 3*x*y^2', [0, 0], 'it is no minimum'],
    ['x^3', [0], 'it is no minimum'],
    ['x^4', [0], 'flatter there than a parabola'],
    ['0*x', [2], 'It stands on level ground'],
  ] as const)('%s at %j', (loss, start, words) => {
    const parameters = start.length === 1 ? ['x'] : ['x', 'y'];
    const found = told(descent(custom(loss, ...parameters), start, 400, gd(0.15)));
    expect(found.outcome?.kind).toBe('stalled');
    expect(found.english).toContain(words);
  });
});

describe('kinks', () => {
  test('Ackley swings around its tip, where the gradient keeps its length', () => {
    const { trace, english: words, why } = told(descent(choiceOf('ackley'), [0.2, 0.1], 300, gd(0.02)));
    expect(words).toContain('The minimum is the tip of a kink');
    expect(values(why, 'kinkMinimum').distance).toBeCloseTo(Math.hypot(...pointOf(trace, -1)), 12);
    expect(Number(values(why, 'kinkMinimum').gradient)).toBeGreaterThan(2.5);
  });

  test('a cycle across the kink of abs(x) is explained by it', () => {
    const { why } = told(descent(custom('abs(x)', 'x'), [0.35], 100, gd(0.1)));
    expect(values(why, 'kink')).toEqual({ point: [0], before: -1, after: 1 });
  });

  test('a smooth valley has none', () => {
    const { why } = told(descent(choiceOf('rosenbrock'), [-1.2, 1], 20_000, gd(0.0025)));
    expect(why.map(({ code }) => code)).not.toContain('kink');
  });
});
