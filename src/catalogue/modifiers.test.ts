import { describe, expect, test } from 'vitest';
import { sampleNoise } from '../engine/plan/parameterInputs';
import { choiceOf, descent, runOf, runInFloat64 } from '../engine/testing/experiments';
import type { Modifiers, Run } from '../experiment/core/types';
import { modifiers } from './modifiers';
import { extensionOf, modifiedRule } from './modifiedRule';
import { hyperDomain, optimizers, ruleOf } from '.';

/* Every modifier around several rules, against loops written here. */

const START = [-1.5, 2] as const;
const UPDATES = 60;

/** The gradient of Rosenbrock's function, by hand. */
const slope = ([x, y]: readonly [number, number]): [number, number] => [
  -2 * (1 - x) - 400 * x * (y - x * x),
  200 * (y - x * x),
];

/** Points of a run on Rosenbrock's function. */
function path(id: string, hyper: Run['hyper'], some?: Modifiers): number[] {
  return Array.from(
    runInFloat64(descent(choiceOf('rosenbrock'), START, UPDATES, runOf(id, hyper, some && { modifiers: some }))).params,
  );
}

type Pair = [number, number];
type Change = (g: Pair, theta: Pair, t: number) => Pair;

const each = (g: Pair, f: (value: number, i: 0 | 1) => number): Pair => [f(g[0], 0), f(g[1], 1)];

/** A step from a gradient, with whatever it remembers. */
const rules: Readonly<
  Record<string, { readonly hyper: Run['hyper']; readonly start: () => (g: Pair, t: number) => Pair }>
> = {
  gd: { hyper: { lr: 0.0004 }, start: () => (g) => each(g, (value) => 0.0004 * value) },
  sgd: {
    hyper: { lr: 0.0002, momentum: 0.8 },
    start: () => {
      const v: Pair = [0, 0];
      return (g, t) => each(g, (value, i) => 0.0002 * (v[i] = t === 1 ? value : 0.8 * v[i] + value));
    },
  },
  adam: {
    hyper: { lr: 0.02, beta1: 0.9, beta2: 0.99, eps: 1e-8 },
    start: () => {
      const [m, v]: [Pair, Pair] = [
        [0, 0],
        [0, 0],
      ];
      return (g, t) =>
        each(g, (value, i) => {
          m[i] = 0.9 * m[i] + (1 - 0.9) * value;
          v[i] = 0.99 * v[i] + (1 - 0.99) * value * value;
          return (0.02 * (m[i] / (1 - 0.9 ** t))) / (Math.sqrt(v[i] / (1 - 0.99 ** t)) + 1e-8);
        });
    },
  },
};

/** A training loop written by hand that changes the gradient, and then perhaps the parameters. */
function loop(id: string, change: Change, after: (theta: Pair, before: Pair) => Pair = (theta) => theta): number[] {
  const step = rules[id]?.start();
  if (!step) throw new RangeError(id);
  let theta: Pair = [...START];
  const points = [...theta];
  for (let t = 1; t <= UPDATES; t += 1) {
    const before = theta;
    const move = step(change(slope(theta), theta, t), t);
    theta = after([before[0] - move[0], before[1] - move[1]], before);
    points.push(...theta);
  }
  return points;
}

function expectSame(one: readonly number[], other: readonly number[]): void {
  expect(one.length).toBe(other.length);
  const apart = Math.max(
    ...one.map((value, k) => Math.abs(value - (other[k] ?? Number.NaN)) / Math.max(1, Math.abs(value))),
  );
  expect(apart).toBeLessThan(1e-12);
}

const clamp = (value: number, c: number): number => (value > c ? c : value < -c ? -c : value);

/** As torch.nn.utils.clip_grad_norm_ has it. */
function clipNorm(g: Pair, most: number): Pair {
  const coefficient = most / (Math.sqrt(g[0] ** 2 + g[1] ** 2) + 1e-6);
  return coefficient < 1 ? each(g, (value) => value * coefficient) : g;
}

const noise = sampleNoise(1, UPDATES, 2);
const noisy: Change = (g, _, t) =>
  each(g, (value, i) => value + (3 / (1 + t) ** 0.4) * (noise[2 * (t - 1) + i] ?? Number.NaN));

describe.each(Object.entries(rules))('%s', (id, { hyper }) => {
  const lr = Number(hyper.lr);
  const expectLoop = (some: Modifiers, change: Change, after?: (theta: Pair, before: Pair) => Pair) =>
    expectSame(path(id, hyper, some), loop(id, change, after));

  test('alone is the loop written by hand', () =>
    expectSame(
      path(id, hyper),
      loop(id, (g) => g),
    ));
  test('maximize', () => expectLoop({ maximize: true, clipNorm: 5 }, (g) => clipNorm([-g[0], -g[1]], 5)));
  test('L2', () => expectLoop({ l2: 0.3 }, (g, theta) => each(g, (value, i) => value + 0.3 * theta[i])));
  test('clip by value', () => expectLoop({ clipValue: 20 }, (g) => each(g, (value) => clamp(value, 20))));
  test('clip by norm', () => expectLoop({ clipNorm: 30 }, (g) => clipNorm(g, 30)));
  test('noise', () => expectLoop({ noise: { c: 3, gamma: 0.4 } }, noisy));
  test('decoupled decay', () =>
    expectLoop(
      { decay: 2 },
      (g) => g,
      (theta, before) => each(theta, (value, i) => value - lr * 2 * before[i]),
    ));
  test('a frozen parameter stays, and the other moves as if it were the only one', () => {
    expectLoop({ frozen: ['y'], clipNorm: 30 }, (g) => clipNorm([g[0], 0], 30));
    const points = path(id, hyper, { frozen: ['y'], decay: 2, noise: { c: 3, gamma: 0 }, l2: 1 });
    expect(new Set(points.filter((_, k) => k % 2 === 1))).toEqual(new Set([2]));
    expect(new Set(path(id, hyper, { frozen: ['x', 'y'], decay: 2 }))).toEqual(new Set(START));
  });

  test('all modifiers, in the order in which they act', () => {
    const all: Modifiers = {
      maximize: true,
      l2: 0.3,
      clipValue: 40,
      clipNorm: 30,
      noise: { c: 3, gamma: 0.4 },
      decay: 2,
    };
    const change: Change = (g, theta, t) => {
      const penalized = each(g, (value, i) => -value + 0.3 * theta[i]);
      return noisy(
        clipNorm(
          each(penalized, (value) => clamp(value, 40)),
          30,
        ),
        theta,
        t,
      );
    };
    expectLoop(all, change, (theta, before) => each(theta, (value, i) => value - lr * 2 * before[i]));
  });
});

describe('equalities', () => {
  test('the weight decay of SGD is an L2 penalty', () => {
    const settings = { lr: 0.0002, momentum: 0.9, nesterov: true };
    expectSame(path('sgd', { ...settings, weightDecay: 0.7 }), path('sgd', settings, { l2: 0.7 }));
  });

  test('AdamW is Adam with decoupled decay, and not Adam with an L2 penalty', () => {
    const settings = { lr: 0.02, beta1: 0.9, beta2: 0.99 };
    const adamw = path('adamw', { ...settings, weightDecay: 0.5 });
    expectSame(adamw, path('adam', settings, { decay: 0.5 }));
    expect(Math.abs((adamw.at(-1) ?? 0) - (path('adam', settings, { l2: 0.5 }).at(-1) ?? 0))).toBeGreaterThan(0.01);
  });

  test('SGD with the flag maximize climbs like SGD with the modifier, and with both it descends', () => {
    const climbing = path('sgd', { lr: 1e-5, maximize: true });
    expect(climbing).toEqual(path('sgd', { lr: 1e-5 }, { maximize: true }));
    expect(path('sgd', { lr: 1e-5, maximize: true }, { maximize: true })).toEqual(path('sgd', { lr: 1e-5 }));
  });

  test('a penalty is taken where the gradient is: at the look-ahead', () => {
    const settings = { lr: 0.0002, momentum: 0.9 };
    let [theta, last]: [Pair, Pair] = [[...START], [...START]];
    const points = [...theta];
    for (let t = 1; t <= UPDATES; t += 1) {
      const ahead = each(theta, (value, i) => value + 0.9 * (value - last[i]));
      const g = slope(ahead);
      last = theta;
      theta = each(ahead, (value, i) => value - 0.0002 * (g[i] + 0.7 * value));
      points.push(...theta);
    }
    expectSame(path('nesterov', settings, { l2: 0.7 }), points);
  });
});

describe('noise', () => {
  test('is standard normal and depends on the seed, not on the length of the run', () => {
    const values = sampleNoise(7, 20_000, 2);
    const moment = (k: number) => values.reduce((sum, value) => sum + value ** k, 0) / values.length;
    // Standard errors over 40,000 numbers: 0.005, 0.007 and 0.049; four of them.
    expect(Math.abs(moment(1))).toBeLessThan(0.02);
    expect(Math.abs(moment(2) - 1)).toBeLessThan(0.028);
    expect(Math.abs(moment(4) - 3)).toBeLessThan(0.2);
    expect(sampleNoise(7, 100, 2)).toEqual(values.slice(0, 200));
    expect(sampleNoise(8, 100, 2)).not.toEqual(sampleNoise(7, 100, 2));
  });

  test('is the same for every run of an experiment, and differs with the seed', () => {
    const some = { noise: { c: 1, gamma: 0 } };
    const run = runOf('gd', { lr: 0.1 }, { modifiers: some });
    const experiment = descent(choiceOf('square'), [0], 50, run);
    const first = runInFloat64(experiment).params;
    expect(runInFloat64({ ...experiment, runs: [run] }).params).toEqual(first);
    expect(runInFloat64({ ...experiment, seed: 2 }).params).not.toEqual(first);
  });
});

/** Variance of the last parameter of a long run on (lambda/2) x^2, lambda = 2, under noise of deviation `c`, once it has settled. */
function stationaryVariance(id: string, hyper: Run['hyper'], c: number): number {
  const updates = 1_000_000;
  const { params } = runInFloat64(
    descent(choiceOf('square'), [0], updates, runOf(id, hyper, { modifiers: { noise: { c, gamma: 0 } } })),
  );
  let [sum, squares] = [0, 0];
  for (let k = 1000; k <= updates; k += 1) {
    const x = params[k] ?? Number.NaN;
    sum += x;
    squares += x * x;
  }
  const count = updates - 999;
  return squares / count - (sum / count) ** 2;
}

// Samples k updates apart are correlated as r^k, which leaves about updates (1 - r^2) / (1 + r^2) independent ones: with r = 0.6 and
// 0.89 more than 100,000 of the million, of whose variance the standard error is 0.45%.
describe('the stationary variance is that of theory, within 2%', () => {
  const [lambda, s, eta, mu] = [2, 0.5, 0.2, 0.8];
  test('SGD', () => {
    const theory = (eta * s ** 2) / (lambda * (2 - eta * lambda));
    expect(Math.abs(stationaryVariance('sgd', { lr: eta }, s) / theory - 1)).toBeLessThan(0.02);
  });
  test('heavy ball', () => {
    const theory = (eta * s ** 2 * (1 + mu)) / (lambda * (1 - mu) * (2 * (1 + mu) - eta * lambda));
    expect(Math.abs(stationaryVariance('sgd', { lr: eta, momentum: mu }, s) / theory - 1)).toBeLessThan(0.02);
  });
});

describe('the catalogue', () => {
  const ids = modifiers.map(({ id }) => id);

  test.each(optimizers.map((optimizer) => [optimizer.id, optimizer] as const))(
    'no modifier has a name that %s uses',
    (_, optimizer) => {
      const rule = modifiedRule(ruleOf(optimizer), ids, true);
      expect(rule).toBe(modifiedRule(ruleOf(optimizer), [...ids].reverse(), true));
      expect(rule.lines.length).toBeGreaterThan(ruleOf(optimizer).lines.length + ids.length);
    },
  );

  test('every setting of a modifier is within its limits, and read by its line', () => {
    for (const { name, default: value } of extensionOf(ids, false).hyper) {
      const { min, max } = hyperDomain(name);
      expect(min <= value && value <= max).toBe(true);
    }
    for (const { settings, ...one } of modifiers.filter((any) => !('inLoss' in any))) {
      const texts = [...('gradient' in one ? [one.gradient] : []), ...('parameters' in one ? [one.parameters] : [])];
      for (const name of Object.keys(settings)) expect(texts.join()).toContain(name);
    }
  });

  test('without modifiers and without a domain a rule stays as it is, and with one that is in the loss', () => {
    for (const optimizer of optimizers) {
      expect(modifiedRule(ruleOf(optimizer), [])).toBe(ruleOf(optimizer));
      expect(modifiedRule(ruleOf(optimizer), ['dropout'])).toBe(ruleOf(optimizer));
    }
  });
});
