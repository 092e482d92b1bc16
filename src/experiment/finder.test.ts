import { expect, test } from 'vitest';
import { planExperiment } from '../engine/plan/plan';
import { readExperiment } from '.';
import { finderExperiment, finderRates } from './finder';

const experiments = {
  function: {
    version: 1,
    problem: { id: 'quadratic', constants: { kappa: 25 } },
    start: [-3, 2],
    steps: 17,
    runs: [
      { optimizer: 'sgd', hyper: { lr: 0.3, momentum: 0.5 }, schedule: { kind: 'step', stepSize: 3, gamma: 0.5 } },
      { optimizer: 'adam', modifiers: { clipNorm: 2 } },
    ],
  },
  data: {
    version: 1,
    problem: { id: 'linear-regression' },
    epochs: 2,
    runs: [
      { optimizer: 'sgd', batch: { size: 10 } },
      { optimizer: 'sgd', batch: { size: 'all' } },
    ],
  },
} as const;

test.each(Object.entries(experiments))('the rates of a %s problem rise by one factor from end to end', (_, json) => {
  for (const { rates } of planExperiment(finderExperiment(readExperiment(json))).runs) {
    expect(rates.length).toBeGreaterThanOrEqual(100);
    expect(rates[0]).toBe(finderRates.from);
    expect((rates.at(-1) ?? NaN) / finderRates.to).toBeCloseTo(1, 9);
    const factor = (rates[1] ?? NaN) / finderRates.from;
    rates.forEach((rate, k) => k > 0 && expect(rate / (rates[k - 1] ?? NaN) / factor).toBeCloseTo(1, 9));
  }
});

test('all that is not the rate stays as it is', () => {
  const experiment = readExperiment(experiments.function);
  const found = finderExperiment(experiment);
  expect({ ...found, steps: 17, runs: [] }).toEqual({ ...experiment, runs: [] });
  found.runs.forEach(({ schedule, hyper, ...rest }, i) => {
    const { schedule: before, hyper: settings, ...others } = experiment.runs[i] ?? {};
    expect(rest).toEqual(others);
    expect({ ...hyper, lr: 0 }).toEqual({ ...settings, lr: 0 });
    expect([schedule?.kind, before?.kind === 'exponential']).toEqual(['exponential', false]);
  });
});
