import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { mersenne } from 'pure-rand/generator/mersenne';
import { planExperiment } from '../../engine/plan/plan';
import { runReference } from '../../engine/float64/reference';
import { changeProblem, fullBatch } from '../../experiment';
import { limits } from '../../experiment/core/limits';
import { defaultExperiment, defaultsFor } from '../../experiment/core/defaults';
import type { Experiment, UserData } from '../../experiment/core/types';
import { targetDivisor, withTargetFor } from './largeTarget';
import { experimentOnData, resetOnData, suitsStandardized } from './userData';

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

const curve: fc.Arbitrary<UserData> = fc
  .record({
    size: fc.integer({ min: 30, max: 60 }),
    scale: fc.double({ min: -3, max: 5, noNaN: true }),
    offset: fc.double({ min: -5, max: 5, noNaN: true }),
    height: fc.double({ min: -1, max: 6, noNaN: true }),
  })
  .map(({ size, scale, offset, height }) => {
    const at = Array.from({ length: size }, (_, i) => (6 * i) / size - 3);
    return {
      x: at.map((x) => [10 ** scale * (offset + x)]),
      y: at.map((x, i) => 10 ** height * (Math.sin(1.5 * x) + 0.1 * Math.cos(7 * i))),
    };
  });

/** Two classes, one around the other. */
const rings: fc.Arbitrary<UserData> = fc
  .record({
    size: fc.integer({ min: 40, max: 60 }),
    scales: fc.tuple(fc.double({ min: -3, max: 5, noNaN: true }), fc.double({ min: -3, max: 5, noNaN: true })),
    offset: fc.double({ min: -5, max: 5, noNaN: true }),
  })
  .map(({ size, scales, offset }) => ({
    x: Array.from({ length: size }, (_, i) => {
      const radius = i % 2 === 0 ? 1 : 3;
      return [10 ** scales[0] * (offset + radius * Math.cos(i)), 10 ** scales[1] * (offset + radius * Math.sin(i))];
    }),
    y: Array.from({ length: size }, (_, i) => i % 2),
  }));

/** Of each run the last loss as a share of the first; NaN where it has diverged. */
const shares = (experiment: Experiment) =>
  runReference(planExperiment(experiment)).map(({ loss, rows }) => (loss[rows - 1] ?? NaN) / (loss[0] ?? NaN));

describe('a network’s loss descends clearly, and no run of gradient descent diverges, on', () => {
  test.each([
    ['a curve', 'network-fit', curve],
    ['two classes', 'network-classes', rings],
  ] as const)('%s of any scale', (_, id, arbitrary) => {
    fc.assert(
      fc.property(arbitrary, (data) => {
        const found = shares(onData(id, withTargetFor(id, data)));
        expect(Math.min(...found)).toBeLessThan(0.5);
        expect(found.every((share) => share < 1)).toBe(true);
      }),
      { numRuns: 4 },
    );
  });
});

test('a network finds a curve of large numbers only once they are divided', () => {
  const at = Array.from({ length: 50 }, (_, i) => i / 8 - 3);
  const data: UserData = { x: at.map((x) => [x]), y: at.map((x) => 1000 * Math.sin(1.5 * x)) };
  expect(Math.min(...shares(onData('network-fit', withTargetFor('network-fit', data))))).toBeLessThan(0.01);
  expect(Math.min(...shares(onData('network-fit', data)))).toBeGreaterThan(0.1);
});

test('a large target of a network is divided, by what its divisors say, and of other models it is not', () => {
  const data: UserData = { x: [[1], [2], [3]], y: [250_000, -40_000, 10] };
  const divided = { ...data, y: [0.25, -0.04, 0.00001], divisors: [1, 1_000_000] };
  expect(withTargetFor('network-fit', data)).toEqual({ ...divided, names: ['', 'y ÷ 1e6'] });
  const named = withTargetFor('network-fit', { ...data, names: ['size', 'a price '.repeat(20)] }).names;
  expect(named?.[0]).toBe('size');
  expect(named?.[1]).toMatch(/^a price .*… ÷ 1e6$/);
  expect(named?.[1]).toHaveLength(limits.columnName);
  expect(withTargetFor('network-fit', { ...data, divisors: [1000, 1000] }).divisors).toEqual([1000, 1_000_000_000]);
  expect(withTargetFor('linear-regression', data)).toBe(data);
  expect(targetDivisor('network-fit', { x: [], y: [9.5, -3] })).toBe(1);
});

test.each(['linear-regression', 'network-fit'])('resetting %s on user data gives what using them gave', (id) => {
  const data: UserData = {
    x: Array.from({ length: 40 }, (_, i) => [500 * Math.sin(i)]),
    y: Array.from({ length: 40 }, (_, i) => 3 + 2 * Math.sin(i)),
  };
  const used = onData(id, data);
  const first = used.runs[0]?.hyper['lr'];
  expect(first).not.toBe(defaultsFor(id).runs[0]?.hyper['lr']);
  const changed = {
    ...used,
    epochs: 3,
    runs: used.runs.map((run) => ({ ...run, hyper: { ...run.hyper, lr: 0.123 } })),
  };
  expect(resetOnData(changed)).toEqual(used);
});

test('rates that suit the data of a file do not stay with another problem', () => {
  const used = onData('linear-regression', {
    x: Array.from({ length: 40 }, (_, i) => [Math.sin(i)]),
    y: Array.from({ length: 40 }, (_, i) => i),
  });
  const rates = ({ runs }: Experiment) => runs.map(({ hyper }) => hyper['lr']);
  expect(rates(changeProblem(used, 'rosenbrock'))).toEqual(rates(defaultExperiment));
});
