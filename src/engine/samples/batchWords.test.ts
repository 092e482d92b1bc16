import { describe, expect, test } from 'vitest';
import { defaultsFor, fullBatch } from '../../experiment';
import type { Batch, Experiment } from '../../experiment/core/types';
import messages from '../../language/en/later.json';
import { pointOf, runInFloat64, runOf } from '../testing/experiments';
import { planUpdates } from './batches';
import { sampleVisits } from './visits';

/* Every sentence that the page says about batches, each with what it claims. A new or changed sentence fails until it has a check. */

const SAMPLES = 200;
const EPOCHS = 4;

/** Where a run on linear regression stands after one update with a batch; samples in their own order, so that all see the same. */
function stepWith(batch: Partial<Batch>, samples = 100): number[] {
  const plain = defaultsFor('linear-regression');
  const problem = {
    ...plain.problem,
    settings: { ...('settings' in plain.problem && plain.problem.settings), samples },
  };
  const run = runOf('sgd', { lr: 0.1 }, { batch: { ...fullBatch, sampling: 'none', ...batch } });
  const experiment = { ...plain, problem, start: [0, 0, 0], epochs: 1, runs: [run] } as Experiment;
  return pointOf(runInFloat64(experiment), 1);
}
const near = (one: readonly number[], other: readonly number[]) =>
  one.forEach((value, i) => expect(value).toBeCloseTo(other[i] ?? NaN, 12));

/** A uniform random number that depends on how many were taken before. */
function counter(): () => number {
  let state = 1;
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
}
const epochsOf = (sampling: Batch['sampling'], stages = 1): number[][] => {
  const difficulty = Float64Array.from({ length: SAMPLES }, (_, i) => (i * 37) % SAMPLES);
  const visits = [...sampleVisits(SAMPLES, EPOCHS, { sampling, stages }, counter(), difficulty)];
  return Array.from({ length: EPOCHS }, (_, e) => visits.slice(e * SAMPLES, (e + 1) * SAMPLES));
};
const inOrder = Array.from({ length: SAMPLES }, (_, i) => i);
const sorted = (list: readonly number[] = []) => [...list].sort((a, b) => a - b);

const { batch } = messages;

const checks: Readonly<Record<string, () => void>> = {
  'Samples that each gradient is averaged over; “all” is the full gradient.': () => {
    near(stepWith({ size: 'all' }), stepWith({ size: 100 }));
    // The mean of two halves' gradients is the gradient over all.
    near(stepWith({ size: 'all' }), stepWith({ size: 50, accumulate: 2 }));
  },
  'Gradients that make up one update; averaged over batches of one size, it is the update of a batch this many times as large.':
    () => near(stepWith({ size: 5, accumulate: 4 }), stepWith({ size: 20 })),
  'Every epoch sees all samples that take part, in a new random order.': () => {
    const epochs = epochsOf('shuffle');
    for (const epoch of epochs) expect(sorted(epoch)).toEqual(inOrder);
    expect(new Set([inOrder, ...epochs].map((epoch) => epoch.join())).size).toBe(EPOCHS + 1);
    expect(new Set(epochsOf('shuffle', EPOCHS)[0]).size).toBe(SAMPLES / EPOCHS);
  },
  'Every epoch sees all samples that take part, in the same random order.': () => {
    const epochs = epochsOf('once');
    expect(sorted(epochs[0])).toEqual(inOrder);
    for (const epoch of epochs) expect(epoch).toEqual(epochs[0]);
    expect(epochs[0]).not.toEqual(inOrder);
  },
  'Every epoch sees the samples in the order of the data set.': () => {
    for (const epoch of epochsOf('none')) expect(epoch).toEqual(inOrder);
  },
  'Each sample is picked from all of them: in an epoch some may appear more than once, others not at all.': () => {
    for (const epoch of epochsOf('replacement')) expect(new Set(epoch).size).toBeLessThan(SAMPLES);
    expect(new Set(epochsOf('replacement').flat()).size).toBeGreaterThan(0.9 * SAMPLES);
  },
  'A curriculum: in stage k of n only the easiest k/n of the samples take part; with one stage there is no curriculum.':
    () => {
      const difficultyOf = (sample: number) => (sample * 37) % SAMPLES;
      epochsOf('shuffle', EPOCHS).forEach((epoch, k) => {
        const easiest = inOrder.filter((sample) => difficultyOf(sample) < ((k + 1) * SAMPLES) / EPOCHS);
        expect(sorted([...new Set(epoch)])).toEqual(easiest);
      });
      expect(sorted(epochsOf('shuffle', 1)[0])).toEqual(inOrder);
    },
  'The gradients of the micro-batches are averaged; if these are equally large, as by one batch of all their samples.':
    () => {
      near(stepWith({ size: 25, accumulate: 4, reduce: 'mean' }), stepWith({ size: 100 }));
      // Unequal ones: 60 samples count as much as 40.
      const unequal = stepWith({ size: 60, accumulate: 2, reduce: 'mean' });
      expect(Math.abs((unequal[0] ?? NaN) - (stepWith({ size: 100 })[0] ?? NaN))).toBeGreaterThan(1e-4);
    },
  'The gradients of the micro-batches are added without dividing by their number: the gradient is that many times as long.':
    () => {
      const mean = stepWith({ size: 25, accumulate: 4, reduce: 'mean' });
      near(
        stepWith({ size: 25, accumulate: 4, reduce: 'sum' }),
        mean.map((value) => 4 * value),
      );
    },
  'A group at the end of an epoch that is not full is divided like a full one, as in the usual loop; the samples of a smaller last micro-batch count more than the others.':
    () => {
      // 14 samples in micro-batches of 4, three to a group: 12, then one micro-batch of 2.
      const { headWeight, tailWeight } = planUpdates(14, 1, { ...fullBatch, size: 4, accumulate: 3, tail: 'as-is' });
      expect([headWeight[0], headWeight[1], tailWeight[1]]).toEqual([1 / 12, 1 / 12, 1 / 6]);
    },
  'In a group at the end of an epoch that is not full, every sample counts the same.': () => {
    for (const reduce of ['mean', 'sum'] as const) {
      const settings = { ...fullBatch, size: 4, accumulate: 3, reduce, tail: 'exact' } as const;
      // 12 samples, then micro-batches of 4 and of 2.
      const { headWeight, tailWeight } = planUpdates(18, 1, settings);
      expect(headWeight[1]).toBe(tailWeight[1]);
    }
  },
};

const spoken = [
  batch.sizeAbout,
  batch.accumulateAbout,
  ...Object.values(batch.samplingAbout),
  batch.stagesAbout,
  ...Object.values(batch.reduceAbout),
  ...Object.values(batch.tailAbout),
];

describe('what the page says about batches', () => {
  test('every sentence has a check, and every check a sentence', () => {
    expect(Object.keys(checks).sort()).toEqual([...spoken].sort());
  });

  test.each(Object.entries(checks))('%s', (_, check) => check());
});
