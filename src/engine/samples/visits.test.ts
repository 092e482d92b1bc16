import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { samplings } from '../../experiment/core/types';
import { randomStream } from './random';
import { sampleVisits } from './visits';

const random = () => randomStream(1, 'order');
const all = (samples: number) => Array.from({ length: samples }, (_, i) => i);
const sorted = (visits: Int32Array) => [...visits].sort((a, b) => a - b);
const epochsOf = (visits: Int32Array, samples: number) =>
  Array.from({ length: visits.length / samples }, (_, e) => visits.subarray(e * samples, (e + 1) * samples));
const sampledEpochs = (samples: number, epochs: number, sampling: (typeof samplings)[number]) =>
  epochsOf(sampleVisits(samples, epochs, { sampling, stages: 1 }, random()), samples);

describe('without a curriculum', () => {
  test('shuffled: every sample once per epoch, in a new order each epoch', () => {
    const epochs = sampledEpochs(500, 4, 'shuffle');
    for (const epoch of epochs) expect(sorted(epoch)).toEqual(all(500));
    for (const epoch of epochs)
      expect(epochs.filter((other) => other.every((sample, i) => sample === epoch[i]))).toHaveLength(1);
  });

  test('shuffled once: the first of those orders in every epoch', () => {
    const [first] = sampledEpochs(500, 4, 'shuffle');
    for (const epoch of sampledEpochs(500, 4, 'once')) expect(epoch).toEqual(first);
  });

  test('not shuffled: in the order of the data', () => {
    for (const epoch of sampledEpochs(50, 3, 'none')) expect([...epoch]).toEqual(all(50));
  });

  test('with replacement: every visit is of a random sample, independent of the others', () => {
    const samples = 50;
    const visits = sampleVisits(samples, 2000, { sampling: 'replacement', stages: 1 }, random());
    const counts = all(samples).map((sample) => visits.filter((visit) => visit === sample).length);
    // 2,000 expected, with a standard deviation of 44: five of them.
    for (const count of counts) expect(Math.abs(count - 2000)).toBeLessThan(220);
    // A sample follows itself in one visit of fifty; without replacement hardly ever.
    const again = visits.filter((visit, i) => i > 0 && visit === visits[i - 1]).length;
    expect(Math.abs(again - 2000)).toBeLessThan(220);
    const distinct = new Set(visits.subarray(0, samples)).size;
    expect(distinct).toBeLessThan(samples);
  });
});

test('a curriculum releases the easiest samples first, and all epochs have the same length', () => {
  const sizes = fc.record({
    samples: fc.integer({ min: 2, max: 40 }),
    epochs: fc.integer({ min: 1, max: 12 }),
    stages: fc.integer({ min: 2, max: 6 }),
    sampling: fc.constantFrom(...samplings),
    seed: fc.nat(),
  });
  fc.assert(
    fc.property(sizes, ({ samples, epochs, stages, sampling, seed }) => {
      const chance = randomStream(seed, 'data');
      const difficulty = Float64Array.from({ length: samples }, () => Math.floor(10 * chance()));
      const visits = sampleVisits(samples, epochs, { sampling, stages }, random(), difficulty);
      expect(visits.length).toBe(samples * epochs);
      epochsOf(visits, samples).forEach((epoch, e) => {
        const stage = Math.floor((e * stages) / epochs) + 1;
        const count = Math.ceil((samples * stage) / stages);
        const hardest = [...difficulty].sort((a, b) => a - b)[count - 1] ?? Number.NaN;
        const pool = new Set(epoch);
        for (const sample of pool) expect(difficulty[sample]).toBeLessThanOrEqual(hardest);
        expect(pool.size).toBeLessThanOrEqual(count);
        // Without replacement each of the released is visited as often as the others, but for the last round.
        if (sampling === 'replacement') return;
        expect(pool.size).toBe(count);
        const times = [...pool].map((sample) => epoch.filter((visit) => visit === sample).length);
        expect(Math.max(...times) - Math.min(...times)).toBeLessThanOrEqual(1);
      });
    }),
  );
});
