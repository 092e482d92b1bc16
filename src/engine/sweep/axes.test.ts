import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultExperiment, defaultsFor } from '../../experiment';
import { axisValue, checkSweep, experimentAt } from './axes';
import { gridsOf } from './sweep';
import type { SweepRequest } from './types';

/** Adam on Rosenbrock. */
const good: SweepRequest = {
  experiment: defaultExperiment,
  run: 1,
  width: 16,
  height: 8,
  x: { of: 'lr', from: 1e-4, to: 1e-2, scale: 'log' },
  y: { of: 'beta1', from: 0, to: 0.99, scale: 'linear' },
};

test('the first and last pixels are at the ends of each range', () => {
  const log = { of: 'lr', from: 1e-4, to: 1e-2, scale: 'log' } as const;
  expect([0, 1, 2].map((i) => axisValue(log, i, 3))).toEqual([1e-4, expect.closeTo(1e-3, 15), 1e-2]);
  const down = { of: 'start.0', from: 3, to: -1, scale: 'linear' } as const;
  expect([0, 1, 2, 3, 4].map((i) => axisValue(down, i, 5))).toEqual([3, 2, 1, 0, -1]);
  expect(axisValue(log, 0, 1)).toBe(1e-4);
});

test('on a oneMinus scale the distance from 1 falls by one factor per pixel, and the ends are exact', () => {
  const decades = { of: 'beta2', from: 0, to: 0.99999, scale: 'oneMinus' } as const;
  const found = [0, 1, 2, 3, 4, 5].map((i) => axisValue(decades, i, 6));
  expect([found[0], found[5]]).toEqual([0, 0.99999]);
  [0, 0.9, 0.99, 0.999, 0.9999].forEach((value, i) => expect(found[i]).toBeCloseTo(value, 12));
  const end = fc.double({ min: 0, max: 0.999999, noNaN: true });
  fc.assert(
    fc.property(end, end, fc.integer({ min: 2, max: 512 }), (from, to, count) => {
      const values = Array.from({ length: count }, (_, i) => axisValue({ from, to, scale: 'oneMinus' }, i, count));
      expect([values[0], values.at(-1)]).toEqual([from, to]);
      // Neighbours that lie a rounding error apart may change places.
      values
        .slice(1)
        .forEach((value, i) =>
          expect((value - (values[i] ?? NaN)) * Math.sign(to - from)).toBeGreaterThanOrEqual(-1e-15),
        );
      // The distance of a pixel between two is the geometric mean of theirs.
      values.slice(2).forEach((value, i) => {
        const between = Math.sqrt((1 - (values[i] ?? NaN)) * (1 - value));
        expect(Math.abs(1 - (values[i + 1] ?? NaN) - between)).toBeLessThan(1e-12);
      });
    }),
  );
});

test('the experiment of a pixel differs only in its two values', () => {
  const { experiment } = good;
  const corner = experimentAt(good, 15, 0);
  expect(corner.runs[1]).toEqual({
    ...experiment.runs[1],
    hyper: { ...experiment.runs[1]?.hyper, lr: 1e-2, beta1: 0 },
  });
  expect({ ...corner, runs: [] }).toEqual({ ...experiment, runs: [] });
  expect(corner.runs[0]).toEqual(experiment.runs[0]);
  const moved = experimentAt(
    {
      ...good,
      x: { of: 'start.1', from: -1, to: 3, scale: 'linear' },
      y: { of: 'constant.b', from: 10, to: 100, scale: 'linear' },
      steps: 7,
    },
    15,
    7,
  );
  expect(moved.start).toEqual([experiment.start?.[0], 3]);
  expect(moved.problem).toEqual({ kind: 'function', id: 'rosenbrock', constants: { a: 1, b: 100 } });
  expect(moved.steps).toBe(7);
});

test('the start of a data problem is sampled from its seed', () => {
  const experiment = defaultsFor('linear-regression');
  const request: SweepRequest = {
    ...good,
    experiment,
    run: 0,
    x: { of: 'start.2', from: -1, to: 5, scale: 'linear' },
    y: { of: 'lr', from: 0.01, to: 1, scale: 'log' },
  };
  const { start } = experimentAt(request, 0, 0);
  expect(start?.[2]).toBe(-1);
  // Weights are sampled from N(0, 0.01^2).
  expect(Math.abs(start?.[0] ?? Number.NaN)).toBeLessThan(0.1);
  expect(start?.[0]).not.toBe(0);
});

const refusedRequests: readonly (readonly [string, Partial<SweepRequest>, RegExp])[] = [
  ['a run that there is not', { run: 3 }, /sweep\.run: 3 .*0 ≤ run ≤ 2/],
  ['an unknown axis', { x: { ...good.x, of: 'momentum' } }, /x\.of: "momentum" is none of lr, beta1/],
  ['a flag', { y: { ...good.y, of: 'amsgrad' } }, /y\.of: "amsgrad"/],
  ['the same axis twice', { y: good.x }, /y\.of: "lr"/],
  ['a range past the limits', { y: { ...good.y, to: 1.5 } }, /y\.to: 1\.5 .*0 ≤ to ≤ 1/],
  ['not a number', { x: { ...good.x, from: Number.NaN } }, /x\.from: NaN/],
  ['a log scale from 0', { y: { ...good.y, scale: 'log' } }, /y\.scale: "log" is none of linear/],
  ['a scale of 1 - value up to 1', { y: { ...good.y, to: 1, scale: 'oneMinus' } }, /y\.to: 1 .*to < 1/],
  ['a scale of 1 - value from 1', { y: { ...good.y, from: 1, to: 0, scale: 'oneMinus' } }, /y\.from: 1 .*from < 1/],
  [
    'a scale of 1 - value for a rate',
    { x: { ...good.x, scale: 'oneMinus' } },
    /x\.scale: "oneMinus" is none of linear, log\.$/,
  ],
  ['too many pixels', { width: 513 }, /width: 513 is not a whole number within 1 ≤ width ≤ 512/],
  ['half a pixel', { height: 1.5 }, /height: 1\.5/],
  ['too many steps', { steps: 2001 }, /steps: 2001 is not a whole number within 1 ≤ steps ≤ 2000/],
  [
    'steps of data',
    {
      experiment: defaultsFor('linear-regression'),
      x: { of: 'start.0', from: 0, to: 1, scale: 'linear' },
      y: { of: 'lr', from: 0, to: 1, scale: 'linear' },
      steps: 5,
    },
    /steps is not known here \(its value is 5\)/,
  ],
  [
    'epochs past what a sweep may have',
    {
      experiment: { ...defaultsFor('linear-regression'), epochs: 525 },
      run: 0,
      x: { of: 'start.0', from: 0, to: 1, scale: 'linear' },
      y: { of: 'lr', from: 0, to: 1, scale: 'linear' },
    },
    /epochs: 525 .*1 ≤ epochs ≤ 524/,
  ],
];

for (const [what, change, message] of refusedRequests) {
  test(`refuses by name, value and what is allowed: ${what}`, () => {
    expect(() => checkSweep({ ...good, ...change })).toThrow(message);
  });
}

test('grids come coarse to fine and end with the requested one', () => {
  expect(gridsOf({ width: 512, height: 256 })).toEqual([
    { width: 32, height: 32 },
    { width: 128, height: 128 },
    { width: 512, height: 256 },
  ]);
  expect(gridsOf({ width: 100, height: 20 })).toEqual([
    { width: 32, height: 20 },
    { width: 100, height: 20 },
  ]);
  expect(gridsOf({ width: 40, height: 40 })).toEqual([{ width: 40, height: 40 }]);
});
