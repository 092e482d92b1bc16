import { expect } from 'vitest';
import type { Experiment } from '../core/types';

/** The limits as numbers, independent of the code under test. */
export function expectWithinLimits({ problem, runs, steps, epochs, seed, start }: Experiment): void {
  expect(runs.length).toBeGreaterThanOrEqual(1);
  expect(runs.length).toBeLessThanOrEqual(8);
  expect(Number.isInteger(seed) && seed >= 0 && seed < 2 ** 32).toBe(true);
  expect(start?.every(Number.isFinite) ?? problem.kind === 'data').toBe(true);
  if (problem.kind !== 'data') {
    expect(Number.isInteger(steps) && Number(steps) >= 1 && Number(steps) <= 20_000).toBe(true);
    return;
  }
  const samples = problem.userData?.y.length ?? Number(problem.settings.samples);
  expect(Number.isInteger(samples) && samples >= 2 && samples <= 20_000).toBe(true);
  expect(Number.isInteger(epochs) && Number(epochs) >= 1 && Number(epochs) <= 20_000).toBe(true);
  // One is trained on, whatever is kept back.
  const training = Math.max(1, samples - Math.round(samples * (problem.settings.validation ?? 0)));
  for (const { batch } of runs) {
    const size = batch?.size === 'all' ? training : Number(batch?.size);
    const isWhole =
      size * Number(batch?.accumulate) >= training && batch?.sampling !== 'replacement' && batch?.stages === 1;
    if (!isWhole) expect(Number(epochs) * training).toBeLessThanOrEqual(2 ** 21);
    expect(Number(epochs) * Math.ceil(Math.ceil(training / size) / Number(batch?.accumulate))).toBeLessThanOrEqual(
      20_000,
    );
  }
}
