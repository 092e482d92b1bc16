import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { planExperiment } from '../engine/plan/plan';
import { runReference } from '../engine/float64/reference';
import type { RunTrace } from '../engine/trace/types';
import type { Experiment } from '../experiment/core/types';
import { evaluate, parseExpression } from '../formula';
import { findProblem, optimizers } from '.';
import {
  parseRegression,
  parseTrajectories,
  toExperiment,
  toRegressionExperiment,
  type TrajectoryCase,
} from './golden/cases';

const bytes = (name: string): Buffer => readFileSync(new URL(`./golden/${name}`, import.meta.url));
const json = (name: string): unknown => JSON.parse(bytes(name).toString('utf8'));

const trajectories = parseTrajectories(json('trajectories.json'));
const regression = parseRegression(json('regression.json'));

/** PyTorch's own numbers, as they were handed over. */
const DIGESTS = {
  'trajectories.json': '4565f18253931ee2c4be00fddd9c8a1732e829923bd5f541678ac377abd3ca0e',
  'regression.json': 'd755939ca23167cb73c31c39d4addea482e900ec10f93ea042f110f2d75eda03',
  'schedules.json': '80708419e9172acd4989ec97c271c75c6c7768557dc1553d57e32a79ac83ecc9',
};

/** The reference in float64 and in float32 arithmetic. */
const TOLERANCE = { float64: 1e-12, float32: 1e-5 };

test.each(Object.entries(DIGESTS))('%s is unchanged', (name, digest) => {
  expect(createHash('sha256').update(bytes(name)).digest('hex')).toBe(digest);
});

/** Relative error; exact where either is not finite, so that infinity agrees with infinity and NaN with NaN alone. */
function relativeError(actual: number, expected: number): number {
  if (!Number.isFinite(actual) || !Number.isFinite(expected)) return Object.is(actual, expected) ? 0 : Infinity;
  return expected === 0 ? Math.abs(actual) : Math.abs(actual - expected) / Math.abs(expected);
}

function run(experiment: Experiment, precision: 'float64' | 'float32' = 'float64'): RunTrace {
  const [trace] = runReference(planExperiment(experiment), precision);
  if (!trace) throw new RangeError('no run');
  return trace;
}

/** The largest relative error of any parameter and loss in the rows that both have; `every` is the distance of golden rows. */
function worst(trace: RunTrace, theta: readonly (readonly number[])[], loss: readonly number[], every = 1): number {
  const width = theta[0]?.length ?? 0;
  const errors = theta.flatMap((row, k) => {
    const at = k * every;
    if (at >= trace.rows) return [];
    const point = row.map((value, i) => relativeError(trace.params[at * width + i] ?? Number.NaN, value));
    return [...point, relativeError(trace.loss[at] ?? Number.NaN, loss[k] ?? Number.NaN)];
  });
  return Math.max(...errors);
}

/** Rows of a golden run up to and with the first in which something is not finite: where a trace ends. */
function rowsUntilOverflow({ theta, loss }: TrajectoryCase): number {
  const overflow = theta.findIndex((row, k) => ![...row, loss[k]].every(Number.isFinite));
  return overflow < 0 ? theta.length : overflow + 1;
}

test('there are the 66 trajectories and 8 regressions', () => {
  expect([trajectories.length, regression.runs.length]).toEqual([66, 8]);
});

describe.each(trajectories.map((golden) => [golden.name, golden] as const))('trajectory: %s', (_, golden) => {
  const trace = run(toExperiment(golden), golden.dtype);

  test("every row is torch's", () => {
    expect(trace.rows).toBe(rowsUntilOverflow(golden));
    expect(worst(trace, golden.theta, golden.loss)).toBeLessThan(TOLERANCE[golden.dtype]);
  });
});

describe.each(regression.runs.map((golden) => [golden.name, golden] as const))('regression: %s', (_, golden) => {
  const trace = run(toRegressionExperiment(regression, golden));

  test("every row is torch's", () => {
    expect(trace.rows).toBe(golden.updates + 1);
    expect(golden.theta.length).toBe(Math.floor(golden.updates / golden.recorded_every) + 1);
    expect(worst(trace, golden.theta, golden.full_loss, golden.recorded_every)).toBeLessThan(TOLERANCE.float64);
  });
});

test('a golden surface is the problem that stands for it', () => {
  for (const golden of trajectories) {
    const { problem } = toExperiment(golden);
    const found = findProblem(problem.id);
    if (found?.kind !== 'function') throw new RangeError(`no function ${problem.id}`);
    expect(found.parameters).toEqual(golden.params);
    const theirs = parseExpression(golden.formula, golden.params);
    const ours = parseExpression(found.loss);
    for (const point of [
      golden.start,
      ...golden.start.map((_, i) => golden.start.map((value, j) => value / 2 + (i === j ? 0.3 : 0))),
    ]) {
      const at = Object.fromEntries(golden.params.map((name, i) => [name, point[i] ?? Number.NaN]));
      expect(evaluate(ours, { ...at, ...problem.constants })).toBeCloseTo(evaluate(theirs, at), 10);
    }
  }
});

test('every class of torch that an optimizer claims to be has a trajectory', () => {
  const covered = new Set(trajectories.map(({ optimizer }) => optimizer));
  const claimed = optimizers.flatMap(({ truth }) => ('torch' in truth ? [truth.torch] : []));
  expect(claimed.filter((name) => !covered.has(name))).toEqual([]);
});

/**
 * Why nadam.ts and asgd.ts round a number to float32: torch keeps NAdam's product of momenta and ASGD's rate in float32
 * tensors. Loops written from torch's sources, once with that rounding and once without.
 */
describe('torch keeps some scalars in float32', () => {
  const rosenbrockGradient = ([x = 0, y = 0]: readonly number[]) => [
    -2 * (1 - x) - 400 * x * (y - x * x),
    200 * (y - x * x),
  ];
  const exact = (x: number) => x;

  function asgd({ start, steps, hyper }: TrajectoryCase, round: (x: number) => number): number[][] {
    const lr = Number(hyper.lr);
    const path = [[...start]];
    let eta = round(lr);
    for (let t = 1; t <= steps; t += 1) {
      const theta = path[t - 1] ?? [];
      const g = rosenbrockGradient(theta);
      path.push(theta.map((value, i) => value * (1 - 1e-4 * eta) - eta * (g[i] ?? 0)));
      eta = round(lr / (1 + 1e-4 * lr * t) ** 0.75);
    }
    return path;
  }

  function nadam({ start, steps, hyper }: TrajectoryCase, round: (x: number) => number): number[][] {
    const lr = Number(hyper.lr);
    const momentumAt = (t: number) => 0.9 * (1 - 0.5 * 0.96 ** (t * Number(hyper.momentum_decay ?? 0.004)));
    const path = [[...start]];
    const m = start.map(() => 0);
    const v = start.map(() => 0);
    let product = 1;
    for (let t = 1; t <= steps; t += 1) {
      const theta = path[t - 1] ?? [];
      const g = rosenbrockGradient(theta);
      product = round(product * round(momentumAt(t)));
      path.push(
        theta.map((value, i) => {
          const gi = g[i] ?? 0;
          m[i] = (m[i] ?? 0) + (1 - 0.9) * (gi - (m[i] ?? 0));
          v[i] = 0.999 * (v[i] ?? 0) + (1 - 0.999) * gi * gi;
          const root = Math.sqrt(v[i] / (1 - 0.999 ** t)) + 1e-8;
          const byGradient = value - (((lr * (1 - momentumAt(t))) / (1 - product)) * gi) / root;
          return byGradient - (((lr * momentumAt(t + 1)) / (1 - product * momentumAt(t + 1))) * m[i]) / root;
        }),
      );
    }
    return path;
  }

  const distance = (path: readonly (readonly number[])[], { theta }: TrajectoryCase) =>
    Math.max(...theta.flatMap((row, k) => row.map((value, i) => relativeError(path[k]?.[i] ?? Number.NaN, value))));

  test.each([
    ['ASGD', asgd, 1e-9],
    ['NAdam', nadam, 1e-6],
  ] as const)('%s', (torchClass, loop, off) => {
    const cases = trajectories.filter(({ optimizer, hyper }) => optimizer === torchClass && !('weight_decay' in hyper));
    expect(cases.length).toBeGreaterThan(0);
    for (const golden of cases) {
      expect(distance(loop(golden, Math.fround), golden)).toBeLessThan(1e-12);
      expect(distance(loop(golden, exact), golden)).toBeGreaterThan(off);
    }
  });
});
