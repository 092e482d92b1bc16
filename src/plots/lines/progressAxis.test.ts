import { describe, expect, it } from 'vitest';
import type { RunTrace } from '../../engine/trace/types';
import { progressOf, recordedRows, stepAt } from './progressAxis';

/** Batches of 40 from 100 samples: the third is a rest of 20. */
const run: RunTrace = {
  rows: 5,
  params: new Float64Array(5),
  loss: new Float64Array(5),
  state: new Float64Array(0),
  outcome: null,
  samplesSeen: Float64Array.from([0, 40, 80, 100, 140]),
  lr: new Float64Array(4),
};

describe('progressOf', () => {
  it('counts steps, samples and passes over the data', () => {
    expect([...progressOf(run, 'step', 100)]).toEqual([0, 1, 2, 3, 4]);
    expect([...progressOf(run, 'samples', 100)]).toEqual([0, 40, 80, 100, 140]);
    expect([...progressOf(run, 'epoch', 100)]).toEqual([0, 0.4, 0.8, 1, 1.4]);
  });

  it('counts steps where there are no data', () => {
    expect([...progressOf(run, 'epoch', 0)]).toEqual([0, 1, 2, 3, 4]);
  });

  it('finds the step nearest to a place', () => {
    const epochs = progressOf(run, 'epoch', 100);
    expect([-1, 0.19, 0.21, 1.1, 9].map((place) => stepAt(epochs, place))).toEqual([0, 0, 1, 3, 4]);
  });
});

describe('recordedRows', () => {
  /** Batches of 3: 0, 3, 6, 9, 12, ... 30. */
  const online: RunTrace = { ...run, rows: 11, samplesSeen: Float64Array.from({ length: 11 }, (_, row) => 3 * row) };

  it('are those at which a multiple is reached or passed, the start and the last', () => {
    expect([...recordedRows(online, 10)]).toEqual([0, 4, 7, 10]);
    expect([...recordedRows(online, 12)]).toEqual([0, 4, 8, 10]);
    expect([...recordedRows(online, 1000)]).toEqual([0, 10]);
  });

  it('are all where every update sees as many', () => {
    expect([...recordedRows(run, 1)]).toEqual([0, 1, 2, 3, 4]);
    expect([...recordedRows(run, 20)]).toEqual([0, 1, 2, 3, 4]);
  });
});
