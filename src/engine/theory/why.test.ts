import { createTranslator } from 'use-intl/core';
import { describe, expect, test } from 'vitest';
import { optimizers } from '../../catalogue';
import { fullBatch } from '../../experiment';
import type { Experiment, Run } from '../../experiment/core/types';
import english from '../../language/en/why.json';
import chinese from '../../language/zh/why.json';
import type { Precision } from '../loss/evaluator';
import { planExperiment } from '../plan/plan';
import { providePrecision } from '../float64/precisionParts';
import { runReference } from '../float64/reference';
import { precision } from '../precision';
import { choiceOf, custom, descent, pointOf, runOf } from '../testing/experiments';
import { analyse } from './analyse';
import { whyCodes, type Reason, type ReasonOf, type WhyCode } from './reasons';

providePrecision(precision);

function analysed(experiment: Experiment, precision?: Precision) {
  const plan = planExperiment(experiment);
  const [trace] = runReference(plan, precision);
  if (!trace) throw new RangeError('no run');
  const { why } = analyse(plan, 0, trace);
  return { trace, kind: trace.outcome?.kind, codes: why.map(({ code }) => code), why };
}

const on = (id: string, start: readonly number[], steps: number, run: Run) =>
  analysed(descent(choiceOf(id), start, steps, run));
const gd = (lr: number) => runOf('gd', { lr });

/** The sentence of a code; fails where it was not said. */
function said<Code extends WhyCode>(why: readonly Reason[], code: Code): ReasonOf<Code>['values'] {
  const found = why.find((reason): reason is Reason & ReasonOf<Code> => reason.code === code);
  if (!found) throw new RangeError(`${code} was not said, but ${why.map((reason) => reason.code).join(', ')}`);
  return found.values;
}

describe('x^2 from 10', () => {
  test('past the limit every step overshoots by the computed percentage', () => {
    const { why, kind } = on('square', [10], 50, gd(1.05));
    expect(kind).toBe('left');
    expect(said(why, 'pastLimit').limit).toBe(1);
    expect(said(why, 'pastLimit').ratio).toBeCloseTo(1.05, 12);
    // x goes to (1 - 2 lr) x = -1.1 x.
    expect(said(why, 'pastLimit').percent).toBeCloseTo(110, 9);
    expect(said(why, 'leftDiverging').growth).toBeCloseTo(1.1, 9);
    // 117 times its start after 50 steps.
    expect(said(why, 'pastLimit').growth ** 50).toBeCloseTo(117.39, 2);
  });

  test('an overflow has its step and its reason', () => {
    const { why, kind, trace } = on('square', [10], 5000, gd(1.1));
    expect(kind).toBe('diverged');
    expect(said(why, 'overflow').step).toBe(trace.rows - 1);
    expect(said(why, 'pastLimit').growth).toBeCloseTo(1.2, 9);
  });

  test.each([
    [{ format: 'float16' }, 'gradient', (2 - 2 ** -10) * 2 ** 15],
    // With a float32 copy the rule computes in float32, but the gradient is rounded to the format, whose range may be smaller.
    [{ format: 'float16', master: true }, 'gradient', (2 - 2 ** -10) * 2 ** 15],
    [{ format: 'bfloat16', master: true }, 'update', (2 - 2 ** -23) * 2 ** 127],
  ] as const)('an overflow in %j names the largest number of what overflowed', (own, computing, limit) => {
    const { why } = on('square', [10], 2000, { ...gd(1.1), precision: own });
    expect(said(why, 'overflow')).toMatchObject({ computing, limit });
  });

  test('an overflow names a constant of the problem, but no other number', () => {
    const overflow = (loss: string, constants?: Readonly<Record<string, number>>) =>
      analysed(
        descent({ kind: 'custom', loss, parameters: ['x'], ...(constants && { constants }) }, [3], 400, gd(2e-6)),
      ).why.find(({ code }) => code === 'overflow');
    const named = overflow('b*x^2', { b: 1e6 });
    // Each step multiplies x by -3, so x^2 passes the largest number divided by b long before it passes that number.
    expect(named).toMatchObject({ values: { operation: 'product', a: 1e6 }, names: ['b', null] });
    expect(overflow('1e6*x^2')?.names).toEqual([null, null]);
  });

  test('sentences speak of directions only where there are several', () => {
    const sentence = (language: 'en' | 'zh', directions: number) =>
      createTranslator({ locale: language, messages: language === 'en' ? english : chinese })('pastLimit', {
        ...{ lr: 1.1, ratio: 1.1, limit: 1, percent: 120, growth: 1.2, directions },
      });
    expect([sentence('en', 1), sentence('en', 2)].map((text) => text.includes('direction'))).toEqual([false, true]);
    expect([sentence('zh', 1), sentence('zh', 2)].map((text) => text.includes('方向'))).toEqual([false, true]);
  });

  test('a run that arrived says within which distance it stayed, and from which step on', () => {
    const { why, trace } = on('square', [10], 100, gd(0.2));
    const { step, reach, from, to } = said(why, 'rateAndTheory');
    const far = (row: number) => Math.abs(trace.params[row] ?? NaN);
    expect(trace.outcome).toMatchObject({ kind: 'converged', step });
    expect(far(step)).toBeLessThanOrEqual(reach);
    expect(far(step - 1)).toBeGreaterThan(reach);
    expect(from).toBeLessThan(to);
  });

  test('at 1 it oscillates forever', () => {
    const { why } = on('square', [10], 10, gd(1));
    expect(said(why, 'cycle')).toEqual({ period: 2, size: 20 });
    expect(said(why, 'atLimit')).toEqual({ lr: 1 });
  });

  test('the measured pace of a descending run agrees with theory', () => {
    const { why, kind } = on('square', [10], 100, gd(0.01));
    expect(kind).toBe('descending');
    // 0.98 a step: 25 of them leave 0.6035, and 35 halve.
    expect(said(why, 'pace').percent).toBeCloseTo(100 * (1 - 0.98 ** 25), 9);
    expect(said(why, 'pace').steps).toBe(35);
    expect(said(why, 'slowest').percent).toBeCloseTo(2, 9);
    expect(said(why, 'slowest').steps).toBe(35);
  });

  test('a rate too small to move is explained by a flat gradient', () => {
    const { why, kind } = on('square', [10], 10, gd(1e-9));
    expect(kind).toBe('stalled');
    expect(said(why, 'flat').gradient).toBeCloseTo(20, 5);
    expect(said(why, 'flat').move / 2e-8).toBeCloseTo(1, 6);
  });

  test('a run that maximizes climbs', () => {
    expect(on('square', [10], 2000, runOf('sgd', { lr: 0.01, maximize: true })).codes).toContain('climbs');
  });

  test('momentum past its limit', () => {
    const { why } = on('square', [10], 200, runOf('sgd', { lr: 2, momentum: 0.9 }));
    expect(said(why, 'pastLimitVelocity').limit).toBeCloseTo(1.9, 12);
    // Roots of z^2 - (1 + mu - lr L) z + mu with mu = 0.9, lr L = 4: the larger is (2.1 + sqrt(2.1^2 - 3.6))/2.
    expect(said(why, 'pastLimitVelocity').growth).toBeCloseTo((2.1 + Math.sqrt(2.1 ** 2 - 3.6)) / 2, 9);
    expect(said(why, 'leftDiverging').growth).toBeCloseTo(1.5, 6);
  });
});

describe('the noise of single samples', () => {
  const regression = (lr: number, seed: number, settings: Readonly<Record<string, number>> = {}) =>
    analysed({
      version: 1,
      problem: choiceOf('linear-regression', settings),
      start: null,
      epochs: 3,
      seed,
      runs: [runOf('sgd', { lr }, { batch: { ...fullBatch, size: 1, accumulate: 1 } })],
    });

  test('the share that a step takes off is that of the way down, not of the moving about after it', () => {
    const rates = [2, 3, 4].flatMap((seed) => {
      const { why } = regression(0.01, seed);
      return why.flatMap((reason) => (reason.code === 'rate' ? [reason.values] : []));
    });
    expect(rates.length).toBeGreaterThan(1);
    for (const { from, to, percent } of rates) {
      // For x of two standard normal features and a constant 1, E[(I - lr x x^T)^2] = 1 - 2 lr + 5 lr^2 for either weight: a
      // distance shrinks by its root, 0.985%; 1000 samples, of which a few hundred are read, have such moments within 15%.
      expect(percent).toBeGreaterThan(0.83);
      expect(percent).toBeLessThan(1.14);
      // From 5.8 to about 0.01, of which this is the second half on a log scale.
      expect(to - from).toBeGreaterThan(200);
      expect(to).toBeLessThan(800);
    }
  });

  test('no pace is told of a run whose distance only fluctuates, and it is not called descending', () => {
    const runs = [0.1, 0.3].flatMap((lr) => [1, 2, 3, 4].map((seed) => regression(lr, seed, { noise: 1 })));
    for (const { codes } of runs) {
      expect(codes).not.toContain('pace');
      expect(codes).not.toContain('rate');
    }
    // By chance it would be 6 of 100.
    expect(runs.filter(({ kind }) => kind === 'descending').length).toBeLessThanOrEqual(2);
  });

  test('a fall beyond the noise has its pace', () => {
    // 0.001 takes 750 of 3000 updates to make (1 - 0.001)^750 = 0.47 of the distance, long before it reaches its noise.
    const { why, kind } = regression(0.001, 1);
    expect(kind).toBe('descending');
    expect(Math.abs(said(why, 'pace').percent / 53 - 1)).toBeLessThan(0.15);
    expect(Math.abs(said(why, 'pace').steps / 693 - 1)).toBeLessThan(0.15);
  });
});

describe('a loss that goes up', () => {
  test('is given before and after', () => {
    // The swing of x^2 grows by 1.0002 a step: from row 36 to row 60.
    const { why, kind } = on('square', [10], 60, gd(1.0001));
    expect(kind).toBe('rising');
    expect(said(why, 'pastLimit')).toMatchObject({ lr: 1.0001, limit: 1 });
    expect(said(why, 'rises').count).toBe(24);
    expect(said(why, 'rises').before).toBeCloseTo(100 * 1.0002 ** 72, 9);
    expect(said(why, 'rises').loss).toBeCloseTo(100 * 1.0002 ** 120, 9);
  });

  test('is said of a rule that follows no gradient, and not that it moves about', () => {
    const rule = runOf('away(lr = 0.01)\ntheta = theta - lr + 0*grad(theta)', {});
    const { why, kind } = analysed(descent(custom('(x - 3)^2', 'x'), [2], 100, rule));
    expect(kind).toBe('rising');
    // x = 2 - 0.01 k, (x - 3)^2 = (1 + 0.01 k)^2: the losses of rows 52 and 100.
    expect(said(why, 'rises')).toMatchObject({ count: 48 });
    expect(said(why, 'rises').before).toBeCloseTo(1.52 ** 2, 9);
    expect(said(why, 'rises').loss).toBeCloseTo(2 ** 2, 9);
    expect(why.map(({ code }) => code)).not.toContain('moves');
  });
});

test('of a run that outgrows all numbers for no reason that is known, by how much its steps grew', () => {
  // x = 3*2^k: every step is twice as long as the one before, with a gradient that plays no part.
  const rule = runOf('double(lr = 0.01)\ntheta = 2*theta + 0*lr*grad(theta)', {});
  const { why, kind } = analysed(descent(custom('x^2', 'x'), [3], 1200, rule));
  expect(kind).toBe('diverged');
  expect(said(why, 'grew').growth).toBeCloseTo(2, 9);
});

describe('Booth, eigenvalues 18 and 2', () => {
  test('at 1/10 it converges by 0.8 a step, which is (kappa - 1)/(kappa + 1)', () => {
    const { why, kind } = on('booth', [-6, 4], 100, gd(0.1));
    expect(kind).toBe('converged');
    expect(said(why, 'rateAndTheory').percent).toBeCloseTo(20, 6);
    expect(said(why, 'rateAndTheory').predicted).toBeCloseTo(20, 6);
    // 0.8^51 is the last above 0.00001, and 0.8^25 the last above its root.
    expect(said(why, 'rateAndTheory')).toMatchObject({ from: 25, to: 51 });
    expect(said(why, 'bestRate').kappa).toBeCloseTo(9, 9);
    expect(said(why, 'bestRate').lr).toBeCloseTo(0.1, 12);
    expect(said(why, 'bestRate').percent).toBeCloseTo(20, 9);
  });

  test('exactly at the edge of the steep direction it is said to swing there for ever, while the other still shrinks', () => {
    const { kind, codes, trace } = on('quadratic', [10, 2], 100, gd(0.08));
    expect(Math.abs(pointOf(trace, -1)[1] ?? NaN)).toBeCloseTo(2, 9);
    expect(kind).toBe('descending');
    expect(codes).toEqual(['atLimit']);
  });

  test.each([
    [false, 3.8 / 25],
    [true, (2 * 1.9) / 2.8 / 25],
  ])('with a velocity the edge has a sentence of its own, with Nesterov %s', (nesterov, limit) => {
    const rate = Number(limit.toPrecision(9));
    const run = runOf('sgd', { lr: rate, momentum: 0.9, nesterov });
    const { codes, trace } = on('quadratic', [10, 2], 400, run);
    expect(codes).toContain('atLimitVelocity');
    // As wide at the end as halfway.
    const width = (row: number) => Math.abs(pointOf(trace, row)[1] ?? NaN);
    expect(width(-1) / width(200)).toBeCloseTo(1, 2);
  });

  test('no direction is called the slowest where momentum makes all alike', () => {
    // Both curvatures, 1 and 25, shrink by the root of the momentum.
    const run = runOf('sgd', { lr: 0.032568, momentum: 0.93156 });
    const { why, codes } = on('quadratic', [10, 2], 100, run);
    expect(codes).not.toContain('slowest');
    expect(said(why, 'alike').percent).toBeCloseTo(100 * (1 - Math.sqrt(0.93156)), 9);
    expect(on('quadratic', [10, 2], 100, gd(0.02)).codes).toContain('slowest');
  });

  test('at 1/9 it is at the limit', () => {
    expect(on('booth', [-6, 4], 100, gd(1 / 9)).codes).toEqual(['cycle', 'atLimit']);
  });

  test("with Polyak's pair the velocity carries it at (sqrt kappa - 1)/(sqrt kappa + 1)", () => {
    const [a, b] = [Math.sqrt(2), Math.sqrt(18)];
    const tuned = { lr: (2 / (a + b)) ** 2, momentum: ((b - a) / (b + a)) ** 2 };
    const { why } = on('booth', [-6, 4], 100, runOf('sgd', tuned));
    // A double root: the approach to 1/2 is from above, and Gelfand's formula carries its rounding as a square root.
    expect(said(why, 'rateAndTheory').predicted).toBeCloseTo(50, 3);
    expect(said(why, 'rateAndTheory').percent).toBeGreaterThan(35);
    expect(said(why, 'rateAndTheory').percent).toBeLessThan(50);
  });
});

describe('Rosenbrock', () => {
  test.each([0.0021, 0.0025, 0.003])(
    'from (-1.2, 1) at %d: a 2-cycle, past the limit in one of two directions',
    (lr) => {
      const { why } = on('rosenbrock', [-1.2, 1], 60_000, gd(lr));
      expect(said(why, 'cycle').period).toBe(2);
      expect(said(why, 'pastLimitIn')).toMatchObject({ count: 1 });
      expect(said(why, 'pastLimitIn').ratio).toBeCloseTo(lr / 0.0019968038, 6);
    },
  );

  test('the points of the cycle at 0.0025 are as far apart as was found', () => {
    const { why } = on('rosenbrock', [-1.2, 1], 60_000, gd(0.0025));
    expect(said(why, 'cycle').size).toBeCloseTo(Math.hypot(0.8821 - 0.8478, 0.7583 - 0.7386), 3);
  });

  test.each([0.0017, 0.0018, 0.0019])('from (-1.5, 2.5) at %d: below the limit, and too large for its start', (lr) => {
    const { why, kind } = on('rosenbrock', [-1.5, 2.5], 200, gd(lr));
    expect(kind).toBe('diverged');
    const { step, lambda, bearable, limit } = said(why, 'steeper');
    expect(step).toBe(0);
    // Hessian (1702, 600; 600, 200) there.
    expect(lambda).toBeCloseTo(951 + Math.hypot(751, 600), 6);
    expect(bearable).toBeCloseTo(2 / lambda, 12);
    expect(lr).toBeLessThan(limit);
    expect(lr).toBeGreaterThan(bearable);
  });

  test.each([0.0027, 0.003])('from (-1.5, 2.5) at %d: past the limit', (lr) => {
    const { why } = on('rosenbrock', [-1.5, 2.5], 200, gd(lr));
    expect(said(why, 'pastLimitNear').growth).toBeCloseTo(lr * 1001.6006392325125 - 1, 9);
  });

  test('at 0.001 it converges as slowly as its flattest direction', () => {
    const { why, kind } = on('rosenbrock', [-1.2, 1], 60_000, gd(0.001));
    expect(kind).toBe('converged');
    expect(said(why, 'rateAndTheory').predicted).toBeCloseTo(100 * 0.001 * 0.3993608, 6);
    expect(said(why, 'rateAndTheory').percent / said(why, 'rateAndTheory').predicted).toBeCloseTo(1, 1);
    expect(said(why, 'bestRate').kappa).toBeCloseTo(2508, 0);
  });
});

describe('losses without a lower bound', () => {
  test('a saddle is left along its downward direction, by 1 + 2 lr a step', () => {
    const { why } = on('saddle', [0.5, 0.01], 100, gd(0.1));
    expect(said(why, 'leftGrowing').parameter).toBe('y');
    expect(said(why, 'leftGrowing').growth).toBeCloseTo(1.2, 9);
    expect(said(why, 'curvesDown').lambda).toBeCloseTo(-2, 12);
  });

  test('a run whose loss falls towards 0 far outside the view is not called diverging', () => {
    // Its minimum, 0, is at infinity; momentum lengthens the steps for longer than the run lasts.
    const far = { optimizer: 'sgd', hyper: { lr: 0.05, momentum: 0.99 } };
    const { why } = analysed(descent(custom('exp(-x/4)', 'x'), [0], 40, far));
    expect(said(why, 'leftDownhill').parameter).toBe('x');
  });

  test.each([
    ['climbs towards 0 from below', 'x^2 - 1000', 1.01, 400],
    ['falls without bound from far above 0', '1e6 - x^2', 0.1, 45],
  ])('a run whose loss %s is not on its way down to a value', (_, loss, lr, steps) => {
    const { why, kind } = analysed(descent(custom(loss, 'x'), [0.01], steps, gd(lr)));
    expect(kind).toBe('left');
    expect(why.map(({ code }) => code)).not.toContain('leftDownhill');
  });

  test('a run that stalls on a saddle has the saddle as a reason', () => {
    const { why, kind } = on('saddle', [1, 0], 500, gd(0.15));
    expect(kind).toBe('stalled');
    expect(said(why, 'saddle')).toEqual({ down: -2, up: 2 });
  });

  test('infinity minus infinity is reported as NaN, after what made the numbers so large', () => {
    const { why } = analysed(descent(custom('x^3 - 3*x*y^2', 'x', 'y'), [0.5, 0.01], 200, gd(0.1)));
    expect(why.map(({ code }) => code)).toEqual(['curvesDown', 'nan']);
  });
});

describe('rules that divide by a size of gradients', () => {
  test.each([0.1, 1, 3, 10])('Adam at %d stays bounded on x^2 and has no reason for divergence or leaving', (lr) => {
    const { kind, codes, trace } = on('square', [10], 20_000, runOf('adam', { lr }));
    expect(['diverged', 'left']).not.toContain(kind);
    expect(
      codes.some((code) => code === 'overflow' || code === 'nan' || code.startsWith('pastLimit') || code === 'grew'),
    ).toBe(false);
    expect(trace.params.every((x) => Math.abs(x) < 100)).toBe(true);
  });

  test('steps of one length are given no time to halve a distance', () => {
    // From 10 to 9 over 100 updates of 0.01.
    const { why, kind } = on('square', [10], 100, runOf('lion', { lr: 0.01, weightDecay: 0 }));
    expect(kind).toBe('descending');
    expect(why.map(({ code }) => code)).not.toContain('pace');
    expect(said(why, 'nearer').count).toBe(25);
    expect(on('square', [10], 100, runOf('muon', { lr: 0.01 })).codes).toContain('nearer');
    expect(said(why, 'nearer').percent).toBeCloseTo((100 * 0.25) / 9.25, 9);
  });

  test('RMSprop oscillates by its rate, half of it from the minimum', () => {
    const { why, kind } = on('square', [10], 50_000, runOf('rmsprop', { lr: 0.01 }));
    expect(kind).toBe('cycling');
    expect(said(why, 'stepsOfRate').move).toBeCloseTo(0.01, 6);
    expect(said(why, 'stepsOfRate').distance).toBeCloseTo(0.005, 6);
  });

  test("Adagrad's effective rate falls with the root of the sum of squares", () => {
    const steep = custom('1000*x', 'x');
    const { why, kind, trace } = analysed(descent(steep, [1], 40_000, runOf('adagrad', { lr: 1e-10, eps: 0 })));
    expect(kind).toBe('stalled');
    expect(said(why, 'effectiveRate').first / 1e-13).toBeCloseTo(1, 9);
    expect(said(why, 'effectiveRate').last / (1e-13 / Math.sqrt(trace.rows - 1))).toBeCloseTo(1, 6);
  });
});

describe('linear regression', () => {
  const regression = (lr: number, size: number | 'all') =>
    analysed({
      version: 1,
      problem: choiceOf('linear-regression'),
      start: null,
      epochs: 3,
      seed: 1,
      runs: [runOf('sgd', { lr }, { batch: { ...fullBatch, size, accumulate: 1 } })],
    });

  test('batches of 10 at 5 are past the limit', () => {
    const { why } = regression(5, 10);
    expect(said(why, 'pastLimitNear').ratio).toBeGreaterThan(2);
  });

  test('the noise of batches of 10 follows from the samples', () => {
    const x = Array.from({ length: 30 }, (_, i) => (i - 12) / 8);
    const y = x.map((value, i) => 2 * value - 1 + Math.sin(3 * i));
    const problem = choiceOf('linear-regression');
    if (problem.kind !== 'data') throw new TypeError('linear regression has data');
    const { why, trace } = analysed({
      version: 1,
      problem: { ...problem, userData: { x: x.map((value) => [value]), y } },
      start: [0, 0],
      epochs: 16,
      seed: 1,
      runs: [runOf('sgd', { lr: 0.02 }, { batch: { ...fullBatch, size: 10, sampling: 'none' } })],
    });
    // The mean gradient of 0.5*(w*x + b - y)^2 over some samples, where the run ends. Unshuffled, there are three batches.
    const [w = NaN, b = NaN] = pointOf(trace, -1);
    const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    const gradientOver = (first: number, end: number) => {
      const errors = x.map((value, i) => w * value + b - (y[i] ?? NaN));
      return [
        meanOf(errors.map((error, i) => error * (x[i] ?? NaN)).slice(first, end)),
        meanOf(errors.slice(first, end)),
      ];
    };
    const full = gradientOver(0, 30);
    const distances = [gradientOver(0, 10), gradientOver(10, 20), gradientOver(20, 30)].map((batch) =>
      Math.hypot(...batch.map((value, i) => value - (full[i] ?? NaN))),
    );
    expect(said(why, 'batchNoise').noise).toBeCloseTo(Math.hypot(...distances) / Math.sqrt(3), 12);
    expect(said(why, 'batchNoise').gradient).toBeCloseTo(Math.hypot(...full), 12);

    // The distance to the least-squares line, after 36 of the 48 updates and after all.
    const [middle, height] = [meanOf(x), meanOf(y)];
    const slope =
      meanOf(x.map((value, i) => (value - middle) * ((y[i] ?? NaN) - height))) /
      meanOf(x.map((value) => (value - middle) ** 2));
    const distanceAt = (row: number) => {
      const [atW = NaN, atB = NaN] = pointOf(trace, row);
      return Math.hypot(atW - slope, atB - (height - slope * middle));
    };
    expect(said(why, 'pace').percent).toBeCloseTo(100 * (1 - distanceAt(48) / distanceAt(36)), 6);
  });

  test('a full batch has no noise', () => {
    expect(regression(0.1, 'all').codes).not.toContain('batchNoise');
  });
});

test('a run that moves about may have been lowest near its end, so that nothing is said of how low it gets', () => {
  const run = runOf('sgd', { lr: 0.001, momentum: 0.99 });
  const { why, kind, trace } = analysed(descent(choiceOf('rosenbrock'), [-1.5, 2], 200, run), 'float32');
  expect(kind).toBe('wandering');
  expect(trace.loss.indexOf(Math.min(...trace.loss))).toBeGreaterThan(190);
  said(why, 'moves');
  expect(english.moves).not.toMatch(/lower|higher/);
  expect(chinese.moves).not.toContain('损失');
});

describe.each<['en' | 'zh', Readonly<Record<string, string>>]>([
  ['en', english],
  ['zh', chinese],
])('in %s', (language, sentences) => {
  test('every code has a sentence with the placeholders of the code only', () => {
    expect(Object.keys(sentences).sort()).toEqual(Object.keys(whyCodes).sort());
    for (const [code, names] of Object.entries(whyCodes)) {
      const used = new Set([...(sentences[code] ?? '').matchAll(/\{(\w+)(?=[,}])/g)].map(([, name]) => name));
      used.delete('directions');
      expect([code, [...used].sort()]).toEqual([code, [...names].sort()]);
    }
  });

  test.each(optimizers.map(({ id }) => id))('the reasons for %s can be put into words', (id) => {
    const errors: unknown[] = [];
    const translate = createTranslator({
      locale: language,
      messages: sentences,
      onError: (error) => errors.push(error),
    });
    for (const [problem, start] of [
      ['rosenbrock', [-1.5, 2]],
      ['saddle', [1, 0.1]],
      ['square', [10]],
    ] as const) {
      for (const { code, values } of on(problem, start, 300, runOf(id, {})).why) {
        expect(
          Object.values(values)
            .flat()
            .every((value) => typeof value === 'string' || Number.isFinite(value)),
        ).toBe(true);
        const words = Object.fromEntries(
          Object.entries(values).map(([name, value]) => [name, typeof value === 'number' ? value : String(value)]),
        );
        expect(translate(code, { directions: 2, ...words })).not.toMatch(/[{}]|NaN|undefined/);
      }
    }
    expect(errors).toEqual([]);
  });
});

test('there are at most two reasons, and none before the outcome', () => {
  const plan = planExperiment(descent(choiceOf('square'), [10], 10, gd(0.1)));
  const [trace] = runReference(plan);
  if (!trace) throw new RangeError('no run');
  expect(analyse(plan, 0, trace).why.length).toBeLessThanOrEqual(2);
  expect(analyse(plan, 0, { ...trace, outcome: null }).why).toEqual([]);
});

test('a run that leaves a place where the curvature is infinite says nothing of it', () => {
  // The second derivative of |x|^1.5 at 0.
  const { why, kind } = analysed(descent(custom('abs(x)^1.5 - y', 'x', 'y'), [0, 0], 20, gd(30)));
  expect(kind).toBe('left');
  expect(why).toEqual([{ code: 'leftAlong', values: { parameter: 'y', value: 600 } }]);
});

test('a loss that fell while the distance to the minimum did not is said with the number of steps', () => {
  const { why, trace } = on('beale', [1, 2], 8, gd(0.001));
  const lossAt = ([x = Number.NaN, y = Number.NaN]: readonly number[]) =>
    (1.5 - x + x * y) ** 2 + (2.25 - x + x * y ** 2) ** 2 + (2.625 - x + x * y ** 3) ** 2;
  const distanceAt = ([x = Number.NaN, y = Number.NaN]: readonly number[]) => Math.hypot(x - 3, y - 0.5);
  const [before, after] = [pointOf(trace, 6), pointOf(trace, 8)];
  expect(lossAt(after)).toBeLessThan(lossAt(before));
  expect(distanceAt(after)).toBeGreaterThan(distanceAt(before));
  expect(said(why, 'noNearer')).toEqual({ count: 2 });
});
