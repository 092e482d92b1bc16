import { expect, test } from 'vitest';
import { defaultRun, defaultsFor, fullBatch } from '../../experiment';
import type { Experiment, Run } from '../../experiment/core/types';
import {
  gridCoefficients,
  coefficientsAt,
  pixelValuesAlong,
  planSweep,
  type Grid,
  type GridCoefficients,
} from './plan';
import type { SweepRequest } from './types';

const grid = { width: 5, height: 4 };

function request(
  problem: string,
  optimizer: string,
  change: Partial<Run> = {},
  more: Partial<Experiment> = {},
  axes: Partial<SweepRequest> = {},
): SweepRequest {
  const plain = defaultsFor(problem);
  const run = { ...defaultRun(optimizer, plain.problem), ...change };
  const x = { of: 'lr', from: 1e-3, to: 0.1, scale: 'log' } as const;
  const y = { of: 'beta1', from: 0, to: 0.9, scale: 'linear' } as const;
  return {
    experiment: {
      ...plain,
      ...more,
      runs: [{ ...run, hyper: { ...defaultRun(optimizer, plain.problem).hyper, ...change.hyper } }],
    },
    run: 0,
    x,
    y,
    width: 5,
    height: 4,
    ...axes,
  };
}

const batch = { ...fullBatch, size: 100, accumulate: 1 };
const decay = { kind: 'epochDecay', args: { factor: 0.1, after: 1 } } as const;

/** Each differs from the first, or from the first of its problem, in one thing that coefficients depend on. */
const requests: readonly SweepRequest[] = [
  request('rosenbrock', 'adam'),
  request('rosenbrock', 'adam', { hyper: { beta2: 0.9 } }),
  request('rosenbrock', 'adamax'),
  request('rosenbrock', 'nadam'),
  request('rosenbrock', 'adam', {}, { steps: 30 }),
  request('rosenbrock', 'adam', {}, {}, { steps: 20 }),
  request('rosenbrock', 'adam', { schedule: { kind: 'cosine', args: { tMax: 50, etaMin: 0 } } }),
  request('rosenbrock', 'adam', {}, {}, { x: { of: 'lr', from: 1e-3, to: 0.2, scale: 'log' } }),
  request('rosenbrock', 'adam', {}, {}, { x: { of: 'lr', from: 1e-3, to: 0.1, scale: 'linear' } }),
  request('rosenbrock', 'adam', {}, {}, { y: { of: 'beta2', from: 0, to: 0.9, scale: 'linear' } }),
  request('rosenbrock', 'adam', {}, {}, { y: { of: 'start.0', from: 0, to: 0.9, scale: 'linear' } }),
  request('square', 'adam'),
  request('rosenbrock', 'adam', { hyper: { weightDecay: 0.1 } }),
  request('rosenbrock', 'adamw', { hyper: { weightDecay: 0.1 } }),
  request('rosenbrock', 'adamw', { hyper: { weightDecay: 0.1 }, modifiers: { decay: 0.2 } }),
  request('linear-regression', 'adam', { batch }),
  request('linear-regression', 'adam', { batch, schedule: decay }),
  request('linear-regression', 'adam', { batch: { ...batch, size: 50 }, schedule: decay }),
  request('linear-regression', 'adam', { batch, schedule: decay }, { epochs: 6 }),
  request('linear-regression', 'adam', { batch: { ...batch, accumulate: 2 }, schedule: decay }, { epochs: 6 }),
];

/** The coefficients of a grid, computed without remembering anything. */
function computed(of: SweepRequest, { width, height }: Grid): GridCoefficients {
  const sweep = planSweep(of);
  const along = (axis: 'x' | 'y') =>
    pixelValuesAlong(sweep, { width, height }, axis).map(({ hyper }) => coefficientsAt(sweep, axis, hyper));
  return { shared: [coefficientsAt(sweep, 'shared', sweep.run.hyper)], x: along('x'), y: along('y') };
}

test('coefficients are remembered only for a sweep that has the same ones', () => {
  for (const [k, of] of requests.entries()) {
    for (const earlier of requests.slice(0, k + 1)) {
      gridCoefficients(planSweep(earlier), grid);
      expect(gridCoefficients(planSweep(of), grid)).toEqual(computed(of, grid));
    }
  }
});

test('coefficients are remembered only for the same grid', () => {
  const [of] = requests as [SweepRequest];
  for (const size of [grid, { width: 4, height: 5 }, { width: 5, height: 5 }]) {
    expect(gridCoefficients(planSweep(of), size)).toEqual(computed(of, size));
    expect(gridCoefficients(planSweep(of), size)).toBe(gridCoefficients(planSweep(of), size));
  }
});
