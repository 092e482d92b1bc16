import { expect, test } from 'vitest';
import { isComplete, pointAtRow, rowAt } from './rows';
import type { RunTrace } from './types';

const run = (outcome: RunTrace['outcome']): RunTrace => ({
  rows: 3,
  params: Float64Array.of(1, 2, 3, 4, 5, 6),
  loss: Float64Array.of(3, 2, 1),
  state: new Float64Array(),
  samplesSeen: Float64Array.of(0, 1, 2),
  lr: Float64Array.of(0.1, 0.1),
  outcome,
});

test('a trace is complete once every run has an outcome', () => {
  expect(isComplete({ runs: [run({ kind: 'descending' }), run({ kind: 'wandering' })] })).toBe(true);
  expect(isComplete({ runs: [run({ kind: 'descending' }), run(null)] })).toBe(false);
});

test('a step past the end is the last row, one before the start the first', () => {
  expect([-1, 0, 1, 2, 3, Infinity].map((step) => rowAt({ rows: 3 }, step))).toEqual([0, 0, 1, 2, 2, 2]);
});

test('the point after k updates is row k of the parameters', () => {
  expect([0, 1, 2].map((row) => [...pointAtRow(run(null), row)])).toEqual([
    [1, 2],
    [3, 4],
    [5, 6],
  ]);
});
