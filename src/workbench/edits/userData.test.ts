import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { mersenne } from 'pure-rand/generator/mersenne';
import { planExperiment } from '../../engine/plan/plan';
import { runReference } from '../../engine/float64/reference';
import { fullBatch } from '../../experiment';
import { defaultExperiment, defaultsFor } from '../../experiment/core/defaults';
import type { Experiment, UserData } from '../../experiment/core/types';
import { experimentOnData, suitsStandardized } from './userData';

/** Samples of a plane with noise, or the classes on its two sides, with features of any size and place. */
const samples = (isClass: boolean): fc.Arbitrary<UserData> =>
  fc
    .record({
      seed: fc.integer({ min: 1, max: 1000 }),
      size: fc.integer({ min: 40, max: 60 }),
      scales: fc.array(fc.double({ min: -3, max: 6, noNaN: true }), { minLength: 1, maxLength: 4 }),
      offset: fc.double({ min: -5, max: 5, noNaN: true }),
      height: fc.double({ min: -3, max: 6, noNaN: true }),
    })
    .map(({ seed, size, scales, offset, height }) => {
      const generator = mersenne(seed);
      const noise = () => 2 * uniformFloat64(generator) - 1;
      const x = Array.from({ length: size }, () => scales.map((scale) => 10 ** scale * (offset + noise())));
      const plane = x.map((row) => row.reduce((sum, value, j) => sum + value / 10 ** (scales[j] ?? 0), noise()));
      const middle = [...plane].sort((a, b) => a - b)[Math.floor(size / 2)] ?? 0;
      // Every fifth sample is on the wrong side, so that the classes overlap.
      const classes = plane.map((value, i) => Number(value > middle !== (i % 5 === 0)));
      return { x, y: isClass ? classes : plane.map((value) => 10 ** height * value) };
    });

const outcomes = (experiment: Experiment) => {
  const plan = planExperiment(experiment);
  return runReference(plan).map(({ outcome }) => outcome?.kind);
};

const onData = (id: string, data: UserData, before = defaultExperiment) =>
  experimentOnData(before, id, data, { standardize: Number(suitsStandardized(id, data)), validation: 0 });

describe('of the runs that the page opens with, one arrives at the minimum of', () => {
  test('a linear regression', () => {
    fc.assert(
      fc.property(samples(false), (data) => {
        expect(outcomes(onData('linear-regression', data))).toContain('converged');
      }),
      { numRuns: 25 },
    );
  });

  test('a logistic regression', () => {
    fc.assert(
      fc.property(samples(true), (data) => {
        expect(outcomes(onData('logistic-regression', data))).toContain('converged');
      }),
      { numRuns: 15 },
    );
  });

  test('a polynomial regression', () => {
    fc.assert(
      fc.property(samples(false), ({ x, y }) => {
        const data = { x: x.map(([value = 0]) => [value]), y };
        expect(outcomes(onData('polynomial-regression', data))).toContain('converged');
      }),
      { numRuns: 8 },
    );
  });
});

test.each([true, false])('no path leaves the view, with Nesterov’s momentum: %s', (nesterov) => {
  const [first, ...others] = defaultExperiment.runs;
  const before = first
    ? { ...defaultExperiment, runs: [{ ...first, hyper: { ...first.hyper, nesterov } }, ...others] }
    : defaultExperiment;
  fc.assert(
    fc.property(samples(false), (data) => {
      const plan = planExperiment(onData('linear-regression', data, before));
      const ranges = plan.defaultRanges;
      for (const { params, rows } of runReference(plan))
        for (let row = 0; row < rows; row += 1)
          ranges.forEach(([low, high], j) => {
            const value = params[row * ranges.length + j] ?? Number.NaN;
            // A start outside is taken into the view, up to rounding.
            const rounding = 1e-6 * (high - low);
            if (!(value >= low - rounding && value <= high + rounding))
              throw new Error(`${value} is outside ${low} to ${high}`);
          });
    }),
    { numRuns: 25 },
  );
});

test('features that nearly repeat each other take a larger momentum, and a run arrives', () => {
  const data: UserData = {
    x: Array.from({ length: 50 }, (_, i) => [Math.sin(i), Math.sin(i) + 0.01 * Math.cos(3 * i)]),
    y: Array.from({ length: 50 }, (_, i) => 3 + Math.sin(i) - Math.cos(5 * i)),
  };
  const experiment = onData('linear-regression', data);
  expect(Number(experiment.runs[0]?.hyper['momentum'])).toBeGreaterThan(0.95);
  expect(outcomes(experiment)).toContain('converged');
});

test('plain gradient descent alone gets enough epochs, and batches a smaller rate', () => {
  const data: UserData = {
    x: Array.from({ length: 40 }, (_, i) => [Math.sin(i), Math.sin(i) + 0.2 * Math.cos(3 * i)]),
    y: Array.from({ length: 40 }, (_, i) => 3 + Math.sin(i) - Math.cos(3 * i)),
  };
  const alone = defaultsFor('linear-regression', [{ optimizer: 'gd', hyper: { lr: 0.3 }, batch: fullBatch }]);
  const full = onData('linear-regression', data, alone);
  expect(outcomes(full)).toEqual(['converged']);
  const batched = onData('linear-regression', data, {
    ...alone,
    runs: alone.runs.map((run) => ({ ...run, batch: { ...fullBatch, size: 4 } })),
  });
  expect(Number(batched.runs[0]?.hyper['lr'])).toBeLessThan(Number(full.runs[0]?.hyper['lr']));
});

test('features of unequal size suit standardizing, features of equal size do not need it', () => {
  const of = (a: number, b: number) =>
    suitsStandardized('linear-regression', {
      x: Array.from({ length: 30 }, (_, i) => [a * Math.sin(i), b * Math.cos(2 * i)]),
      y: Array.from({ length: 30 }, (_, i) => i),
    });
  expect([of(1, 1), of(1, 100), of(0.01, 1), of(30, 30)]).toEqual([false, true, true, true]);
});
