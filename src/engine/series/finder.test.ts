import { describe, expect, test } from 'vitest';
import { readExperiment } from '../../experiment';
import { finderExperiment } from '../../experiment/finder';
import { runReference } from '../float64/reference';
import { planExperiment } from '../plan/plan';
import { readFinder } from './finder';

const COUNT = 100;
const rates = Float64Array.from({ length: COUNT }, (_, k) => 1e-6 * 1e7 ** (k / (COUNT - 1)));

/** A run whose loss after update k, of rate r, is f(k, r). */
const runOf = (first: number, f: (k: number, rate: number) => number) => ({
  lr: rates,
  loss: Float64Array.from([first, ...Array.from(rates, (rate, k) => f(k, rate))]),
});
const at = (values: Float64Array, index: number | null): number => values[index ?? -1] ?? NaN;

describe('of a loss along the rates', () => {
  test('that bends down at 0.01 and is lowest at 0.3', () => {
    // A step of the logistic curve falls fastest in its middle.
    const reading = readFinder(runOf(1, (_, rate) => 1 / (1 + rate / 0.01) + (rate > 0.3 ? 5 * (rate - 0.3) : 0)));
    expect(at(reading.rates, reading.steepest) / 0.01).toBeCloseTo(1, 0);
    expect(at(reading.rates, reading.lowest)).toBeLessThanOrEqual(0.3);
    expect(at(reading.rates, reading.lowest)).toBeGreaterThan(0.3 / 1.2);
  });

  test('that stands on a large offset or begins enormously high, its bend is where it is without', () => {
    const bend = (_: number, rate: number) => 1 / (1 + rate / 0.01) + (rate > 0.3 ? 5 * (rate - 0.3) : 0);
    const plain = readFinder(runOf(1, bend)).steepest;
    expect(readFinder(runOf(1e9 + 1, (k, rate) => 1e9 + bend(k, rate))).steepest).toBe(plain);
    expect(readFinder(runOf(1, (k, rate) => (k === 0 ? 1e308 : bend(k, rate)))).steepest).not.toBeNull();
  });

  test('that is not finite from some rate on, it reads what is before', () => {
    for (const broken of [NaN, Infinity]) {
      const reading = readFinder(runOf(1, (k) => (k < 40 ? 1 - k / 100 : k < 60 ? k : broken)));
      expect([reading.rates.length, reading.losses.length]).toEqual([60, 60]);
      expect(reading.lowest).toBe(39);
    }
  });

  test('that breaks where it is lowest, that is the largest rate', () => {
    expect(readFinder(runOf(1, (k) => (k < 40 ? 1 - k / 100 : NaN))).lowest).toBe(39);
  });

  test('that still falls at the end, there is no largest rate, and of one that never falls nothing', () => {
    const falling = readFinder(runOf(1, (k) => 1 / (k + 2)));
    expect(falling.lowest).toBeNull();
    expect(falling.steepest).not.toBeNull();
    expect(readFinder(runOf(0, (k) => k))).toMatchObject({ steepest: null, lowest: null });
    expect(readFinder(runOf(1, () => NaN))).toMatchObject({ steepest: null, lowest: null });
  });
});

test('on x² gradient descent is lowest at the last rate below the edge, where 2/L = 1', () => {
  const experiment = readExperiment({ version: 1, problem: { id: 'square' }, runs: [{ optimizer: 'gd' }] });
  const [run] = runReference(planExperiment(finderExperiment(experiment)), 'float64');
  if (!run) throw new Error('no run');
  const { rates: tried, lowest, losses, steepest } = readFinder(run);
  const last = tried.findLastIndex((rate) => rate < 1);
  expect(lowest).toBe(last);
  expect(at(tried, steepest)).toBeLessThan(0.1);
  // What the loop of a textbook does.
  let x = 10;
  tried.forEach((rate, k) => {
    x -= rate * 2 * x;
    expect(Math.abs((losses[k] ?? NaN) - x * x)).toBeLessThanOrEqual(1e-12 * x * x);
  });
});
