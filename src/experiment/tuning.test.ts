import { expect, test } from 'vitest';
import { readExperiment } from '.';
import { readsSetRate, triedLength, triedRange, withRates } from './tuning';

const on = (...runs: readonly object[]) =>
  readExperiment({ version: 1, problem: { id: 'rosenbrock' }, start: [-1, 1], steps: 5000, runs });
const rule = (hyper: string, line = 'theta = theta - lr*grad(theta)') => ({ rule: `r(${hyper})\n${line}` });
const runsOf = (...runs: readonly object[]) => on(...runs).runs;

test('a run is tried with the rates of its slider, all of which are positive', () => {
  const shared = { from: 1e-6, to: 10, scale: 'log', digits: 3 };
  const declared = runsOf(
    { optimizer: 'gd' },
    rule('lr = 0.1 in 0.001..5'),
    rule('lr = 0.1 in 0..5'),
    rule('lr = 0.1 in -1..5'),
  ).map(triedRange);
  expect(declared).toEqual([shared, { ...shared, from: 0.001, to: 5 }, shared, shared]);
});

test('a run has a rate to find if its rule reads the one that is set', () => {
  const experiment = on({ optimizer: 'gd' }, { optimizer: 'newton' });
  expect(experiment.runs.map((run) => readsSetRate(experiment, run))).toEqual([true, false]);
});

test('rates are tried for as long as a run of a sweep may be', () => {
  expect(triedLength(on({ optimizer: 'gd' })).steps).toBe(2000);
  expect(triedLength({ ...on({ optimizer: 'gd' }), steps: 30 }).steps).toBe(30);
  const data = readExperiment({
    version: 1,
    problem: { id: 'linear-regression', data: { samples: 512, validation: 0 } },
    epochs: 3,
    runs: [{ optimizer: 'sgd', batch: { size: 'all' } }],
  });
  expect(triedLength(data)).toEqual(data);
  expect(triedLength({ ...data, epochs: 5000 }).epochs).toBe(2 ** 19 / 512);
});

test('a rate replaces that of its run, and null keeps it', () => {
  const experiment = on({ optimizer: 'gd', hyper: { lr: 0.1 } }, { optimizer: 'adam', hyper: { lr: 0.2 } });
  const changed = withRates(experiment, [null, 0.5]);
  expect(changed.runs.map(({ hyper }) => hyper.lr)).toEqual([0.1, 0.5]);
  expect({ ...changed, runs: [] }).toEqual({ ...experiment, runs: [] });
  expect(withRates(experiment, [0.1, null])).toBe(experiment);
});
