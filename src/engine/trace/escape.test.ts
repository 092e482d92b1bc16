import { describe, expect, it } from 'vitest';
import { growthStart, hasEscaped } from './escape';
import type { Outcome } from './types';

const run = (loss: readonly number[], outcome: Outcome | null) => ({
  rows: loss.length,
  loss: Float64Array.from(loss),
  outcome,
});

describe('growthStart', () => {
  it('is the start of a run that grows from its first update on', () => {
    expect(growthStart(run([1, 4, 16, 64], { kind: 'left', step: 2 }))).toBe(0);
    expect(growthStart(run([1, 1e20, Infinity], { kind: 'diverged', step: 2, cause: 'overflow' }))).toBe(0);
  });

  it('is where a run that had come down goes up past its start for the last time', () => {
    const loss = [9, 4, 1, 20, 3, 2, 30, 100, NaN];
    expect(growthStart(run(loss, { kind: 'diverged', step: 8, cause: 'nan' }))).toBe(5);
  });

  it('is the last row with as large a loss as the start', () => {
    expect(growthStart(run([1, 1, 4, 16], { kind: 'left', step: 3 }))).toBe(1);
  });

  it('is before the step of the outcome where the loss did not grow', () => {
    expect(growthStart(run([9, 8, 7, 6, 5], { kind: 'left', step: 3 }))).toBe(2);
    expect(growthStart(run([-1, -5, -50, -500], { kind: 'left', step: 3 }))).toBe(0);
  });

  it('is a row of the run, whatever is known of it', () => {
    expect(growthStart(run([NaN], { kind: 'diverged', step: 0, cause: 'nan' }))).toBe(0);
    expect(growthStart(run([NaN, NaN], { kind: 'diverged', step: 1, cause: 'nan' }))).toBe(0);
    expect(growthStart(run([1, 2, 1e9], null))).toBe(0);
  });
});

describe('hasEscaped', () => {
  it('is true of runs that left or diverged', () => {
    const kinds: readonly (Outcome | null)[] = [
      { kind: 'left', step: 1 },
      { kind: 'diverged', step: 1, cause: 'nan' },
      { kind: 'wandering' },
      null,
    ];
    expect(kinds.map((outcome) => hasEscaped({ outcome }))).toEqual([true, true, false, false]);
  });
});
