import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { choiceOf, custom, descent, pointOf, runInFloat64, runOf } from '../engine/testing/experiments';
import type { Run } from '../experiment/core/types';

/* What papers say of their methods: settings at which one is another, and closed forms. */

type Hyper = Run['hyper'];
type Point = readonly number[];

const UPDATES = 60;
const valley = choiceOf('rosenbrock');
const bowl = choiceOf('quadratic');
/** The gradient is (3, -0.5) everywhere. */
const slope = custom('3*x - 0.5*y', 'x', 'y');

function points(
  problem: typeof valley,
  id: string,
  hyper: Hyper,
  updates = UPDATES,
  start: Point = [-1.5, 2],
): number[][] {
  const trace = runInFloat64(descent(problem, start, updates, runOf(id, hyper)));
  return Array.from({ length: updates + 1 }, (_, k) => pointOf(trace, k));
}

const length = (a: Point, b: Point = a.map(() => 0)) =>
  Math.hypot(...a.map((value, i) => value - (b[i] ?? Number.NaN)));

function expectSame(one: readonly Point[], other: readonly Point[], within = 1e-12): void {
  expect(one.length).toBe(other.length);
  one.forEach((point, k) =>
    expect(length(point, other[k]), `row ${k}`).toBeLessThan(within * Math.max(1, length(point))),
  );
}

const decays = { beta1: 0.9, beta2: 0.99 };

describe.each<[string, Hyper, string, Hyper]>([
  ['qhm', { lr: 0.003, momentum: 0.9, nu: 1 }, 'momentum-average', { lr: 0.003, momentum: 0.9 }],
  ['qhm', { lr: 0.0005, nu: 0 }, 'gd', { lr: 0.0005 }],
  ['qhadam', { lr: 0.01, ...decays, nu1: 1, nu2: 1 }, 'adam', { lr: 0.01, ...decays }],
  ['ademamix', { lr: 0.01, ...decays, alpha: 0 }, 'adam', { lr: 0.01, ...decays }],
  ['lookahead-sgd', { lr: 0.0003, slowStep: 1 }, 'sgd', { lr: 0.0003, momentum: 0.9 }],
  ['lookahead-adam', { lr: 0.01, slowStep: 1 }, 'adam', { lr: 0.01 }],
  ['sam', { lr: 0.0005, rho: 0 }, 'gd', { lr: 0.0005 }],
])('%s %o', (id, hyper, other, otherHyper) => {
  test(`is ${other} ${JSON.stringify(otherHyper)}`, () => {
    expectSame(points(valley, id, hyper), points(valley, other, otherHyper));
  });
});

describe.each<[string, Hyper, string, Hyper]>([
  ['cautious-adamw', { lr: 0.1, weightDecay: 0.2 }, 'adamw', { lr: 0.1, weightDecay: 0.2, eps: 1e-6 }],
  ['cautious-lion', { lr: 0.1, weightDecay: 0.2 }, 'lion', { lr: 0.1, weightDecay: 0.2 }],
  ['grams', { lr: 0.1 }, 'adam', { lr: 0.1 }],
  ['adan', { lr: 0.1, beta1: 0.9, beta3: 0.99 }, 'adam', { lr: 0.1, ...decays }],
])('while the gradient stays the same, %s %o', (id, hyper, other, otherHyper) => {
  test(`is ${other} ${JSON.stringify(otherHyper)}`, () => {
    expectSame(points(slope, id, hyper), points(slope, other, otherHyper));
  });
});

test('the cautious and Grams part from their base where a step climbs', () => {
  for (const [id, other] of [
    ['cautious-adamw', 'adamw'],
    ['grams', 'adam'],
  ] as const) {
    const [one, base] = [id, other].map((name) =>
      points(bowl, name, { lr: 0.3, eps: 1e-6, ...(name.includes('adamw') && { weightDecay: 0 }) }),
    ) as [number[][], number[][]];
    expect(length(one.at(-1) ?? [], base.at(-1))).toBeGreaterThan(1e-3);
  }
});

test('Schedule-Free SGD with beta 0 is the mean of the points of gradient descent', () => {
  const descent = points(bowl, 'gd', { lr: 0.03 }).slice(1);
  const means = descent.map((_, k) =>
    [0, 1].map((i) => descent.slice(0, k + 1).reduce((sum, point) => sum + (point[i] ?? Number.NaN), 0) / (k + 1)),
  );
  expectSame(points(bowl, 'schedule-free-sgd', { lr: 0.03, momentum: 0 }).slice(1), means);
});

test('MARS with gamma 0 is Adam where no gradient is longer than 1', () => {
  const gentle = custom('0.05*x^2 + 0.1*y^2', 'x', 'y');
  const settings = { lr: 0.05, beta1: 0.95, beta2: 0.99 };
  expectSame(points(gentle, 'mars', { ...settings, gamma: 0 }), points(gentle, 'adam', settings));
});

test('AdaBelief’s belief is that of a constant gradient in closed form, and its steps grow', () => {
  const [beta1, beta2, eps, g] = [0.9, 0.99, 1e-4, 3];
  const path = points(slope, 'adabelief', { lr: 0.1, beta1, beta2, eps }, 30, [0, 0]);
  const steps = path.slice(1).map(([x = 0], k) => (path[k]?.[0] ?? 0) - x);
  steps.forEach((step, k) => {
    const t = k + 1;
    // g - m_i = beta1^i g.
    const share = Array.from(
      { length: t },
      (_, i) => beta2 ** (t - 1 - i) * ((1 - beta2) * (beta1 ** (i + 1) * g) ** 2 + eps),
    );
    const belief = share.reduce((sum, value) => sum + value, 0) / (1 - beta2 ** t);
    expect(step).toBeCloseTo((0.1 * g) / (Math.sqrt(belief) + eps), 10);
  });
  expect(steps.at(-1)).toBeGreaterThan(2 * (steps[0] ?? Number.NaN));
});

test('Yogi’s first step from 0 is that of Adam without correction', () => {
  const settings = { lr: 0.1, eps: 0.001 };
  expectSame(
    points(valley, 'yogi', { ...settings, initialAccumulatorValue: 0 }, 1),
    points(valley, 'adam-uncorrected', settings, 1),
  );
});

test('ADOPT first measures, then moves by the rate while the gradient stays the same', () => {
  const path = points(slope, 'adopt', { lr: 0.1, beta1: 0 }, 5, [0, 0]);
  expectSame(
    path,
    [0, 0, 1, 2, 3, 4].map((k) => [-0.1 * k, 0.1 * k]),
  );
});

test('MADGRAD’s first step is the cube root of rate squared times gradient', () => {
  const [, first] = points(slope, 'madgrad', { lr: 0.1, momentum: 0, eps: 0 }, 1, [0, 0]);
  expect(first?.[0]).toBeCloseTo(-Math.cbrt(0.1 ** 2 * 3), 12);
});

test('SAM takes the gradient rho uphill', () => {
  // From 10 on x^2 with rho 1: at 11.
  expect(points(choiceOf('square'), 'sam', { lr: 0.1, rho: 1 }, 1, [10])[1]?.[0]).toBeCloseTo(10 - 0.1 * 22, 10);
});

describe('norms', () => {
  const stepShares = (path: readonly Point[]) =>
    path.slice(1).map((point, k) => length(point, path[k]) / length(path[k] ?? []));

  test('of LARS’s steps without momentum and of LAMB’s are those of the parameters, times their factors', () => {
    for (const share of stepShares(points(bowl, 'lars', { lr: 2, momentum: 0, trust: 0.005 })))
      expect(share).toBeCloseTo(0.01, 12);
    for (const share of stepShares(points(bowl, 'lamb', { lr: 0.01 }))) expect(share).toBeCloseTo(0.01, 12);
  });

  test('at the origin both take their step as it is', () => {
    expect(points(slope, 'lars', { lr: 0.1 }, 1, [0, 0])[1]).toEqual([-0.1 * 3, 0.1 * 0.5]);
    expect(points(slope, 'lamb', { lr: 0.1, eps: 0 }, 1, [0, 0])[1]?.[0]).toBeCloseTo(-0.1, 12);
  });
});

describe('second derivatives', () => {
  const newton = { lr: 1, beta1: 0, eps: 0 };

  test('AdaHessian at rate 1 without memory is Newton’s method on a bowl along the axes', () => {
    // Its vectors of signs give the diagonal itself there.
    expect(length(points(bowl, 'adahessian', newton, 1)[1] ?? [])).toBeLessThan(1e-12);
  });

  test('the rule of the documentation is Newton’s method along each parameter, downhill', () => {
    const text = readFileSync(new URL('../../docs/formula-language.md', import.meta.url), 'utf8');
    const rule = /```\n(newton\([^`]+)\n```/.exec(text)?.[1] ?? '';
    const hyper = { lr: 1, eps: 1e-6 };
    expect(length(points(bowl, rule, hyper, 1)[1] ?? [])).toBeLessThan(1e-5);
    expect(points(custom('-x^2', 'x'), rule, hyper, 1, [0.5])[1]?.[0]).toBeCloseTo(1, 5);
  });

  test('AdaHessian goes down where the loss curves down, where Newton’s method goes up', () => {
    const [, x = Number.NaN] = points(custom('-x^2', 'x'), 'adahessian', newton, 1, [0.5]).flat();
    expect(x).toBeCloseTo(1, 12);
  });

  test('AdaHessian with the power 0 is an average of gradients, corrected for its start', () => {
    const path = points(slope, 'adahessian', { lr: 0.1, hessianPower: 0, eps: 0 }, 5, [0, 0]);
    expectSame(
      path,
      path.map((_, k) => [-0.3 * k, 0.05 * k]),
    );
  });

  test('AdaHessian at the power 1 does not depend on the loss’s unit', () => {
    const scaled = (factor: number) => custom(`${factor}*(0.5*x^2 + 0.3*x*y + 12.5*y^2)`, 'x', 'y');
    expectSame(points(scaled(1), 'adahessian', { eps: 0 }), points(scaled(64), 'adahessian', { eps: 0 }), 1e-9);
  });

  const sophia = { lr: 1, beta1: 0, beta2: 0, gamma: 1, hessianInterval: 1 };

  test('Sophia without memory is Newton’s method within its rate, and a step of the rate beyond', () => {
    expectSame(points(bowl, 'sophia', sophia, 2, [-1.5, 2]), [
      [-1.5, 2],
      [-0.5, 1],
      [0, 0],
    ]);
  });

  test('Sophia takes the sign of the gradient where the loss curves down', () => {
    expectSame(
      points(custom('-x^2', 'x'), 'sophia', { ...sophia, lr: 0.1 }, 3, [0.5]),
      [0.5, 0.6, 0.7, 0.8].map((x) => [x]),
    );
  });

  test('Sophia keeps the curvature between two looks at it', () => {
    const trace = runInFloat64(
      descent(custom('x^4', 'x'), [2], 8, runOf('sophia', { lr: 0.1, beta2: 0, hessianInterval: 3 })),
    );
    const [, ...h] = Array.from({ length: trace.rows }, (_, k) => trace.state[2 * k + 1] ?? Number.NaN);
    const looked = h.map((value, k) => 12 * (pointOf(trace, 3 * Math.floor(k / 3))[0] ?? Number.NaN) ** 2 - value);
    looked.forEach((difference) => expect(difference).toBeCloseTo(0, 9));
    expect(new Set(h).size).toBe(3);
  });
});

describe('Polyak’s step', () => {
  test('halves x on x^2, and finds the tip of |x| at once', () => {
    expectSame(points(choiceOf('square'), 'polyak', {}, 5, [8]), [[8], [4], [2], [1], [0.5], [0.25]]);
    expect(points(custom('abs(x) - 3', 'x'), 'polyak', { fstar: -3 }, 2, [8])).toEqual([[8], [0], [0]]);
  });

  test('stays where the loss is below the one that it was told', () => {
    expect(points(choiceOf('square'), 'polyak', { fstar: 100 }, 2, [8])).toEqual([[8], [8], [8]]);
  });
});

describe('Barzilai and Borwein', () => {
  test('is Newton’s method from the second update on a parabola', () => {
    for (const short of [false, true])
      expect(points(choiceOf('square'), 'barzilai-borwein', { lr: 0.1, short }, 3, [8])[2]?.[0]).toBeCloseTo(0, 12);
  });

  test('has rates between the inverse curvatures of a quadratic', () => {
    for (const short of [false, true]) {
      const path = points(bowl, 'barzilai-borwein', { lr: 0.01, short }, 6);
      path.slice(1).forEach(([x = 0], k) => {
        const before = path[k]?.[0] ?? Number.NaN;
        const rate = (before - x) / before;
        expect(rate).toBeGreaterThan(k === 0 ? 0.0099 : 1 / 25 - 1e-6);
        expect(rate).toBeLessThan(1 + 1e-6);
      });
    }
  });
});

describe('rates found by the rule', () => {
  const scaled = (factor: number) => custom(`${factor}*(0.5*x^2 + 12.5*y^2)`, 'x', 'y');

  test.each(['dog', 'd-adapt-adam', 'prodigy'])('%s does not depend on the loss’s unit', (id) => {
    expectSame(points(scaled(1), id, { eps: 0 }, 200), points(scaled(64), id, { eps: 0 }, 200), 1e-9);
  });

  test('DoG’s first step has the length that it was told', () => {
    const path = points(bowl, 'dog', { repsRel: 0.01, eps: 0 }, 1, [3, 4]);
    expect(length(path[1] ?? [], path[0])).toBeCloseTo(0.01 * (1 + 5), 12);
  });

  test('Prodigy’s estimate grows and is at most the distance to the minimum of a convex loss', () => {
    const trace = runInFloat64(descent(bowl, [-4, 2], 400, runOf('prodigy', {})));
    const width = trace.state.length / trace.rows;
    // `d` is the last state, the same number for both parameters.
    const estimates = Array.from({ length: trace.rows }, (_, k) => trace.state[(k + 1) * width - 1] ?? Number.NaN);
    estimates.slice(1).forEach((value, k) => expect(value).toBeGreaterThanOrEqual(estimates[k] ?? Number.NaN));
    expect(estimates.at(-1)).toBeGreaterThan(0.1);
    expect(estimates.at(-1)).toBeLessThanOrEqual(4);
  });
});
