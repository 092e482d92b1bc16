import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fullBatch } from '../../experiment';
import { batchReduces, batchTails, type Batch } from '../../experiment/core/types';
import { choiceOf, descent, pointOf, planOnData, runOf, runInFloat64 } from '../testing/experiments';
import { planUpdates } from './batches';

const small = fc.integer({ min: 1, max: 40 });
const batches: fc.Arbitrary<Batch> = fc
  .record({
    size: fc.oneof(small, fc.constant('all' as const)),
    accumulate: fc.integer({ min: 1, max: 9 }),
    reduce: fc.constantFrom(...batchReduces),
    tail: fc.constantFrom(...batchTails),
  })
  .map((batch) => ({ ...fullBatch, ...batch }));

/** A training loop over one epoch: which update each sample enters, and with what weight. */
function trainingLoop(samples: number, batch: Batch): { update: number; weight: number }[] {
  const size = batch.size === 'all' ? samples : Math.min(batch.size, samples);
  const seen: { update: number; weight: number }[] = [];
  let [update, waiting] = [0, 0];
  for (let start = 0; start < samples; start += size) {
    const microBatch = Math.min(size, samples - start);
    for (let i = 0; i < microBatch; i += 1)
      seen.push({ update, weight: 1 / microBatch / (batch.reduce === 'mean' ? batch.accumulate : 1) });
    waiting += 1;
    if (waiting === batch.accumulate) [update, waiting] = [update + 1, 0];
  }
  const lastUpdate = seen.at(-1)?.update;
  const last = seen.filter((visit) => visit.update === lastUpdate);
  const full = size * batch.accumulate;
  if (batch.tail === 'as-is' || last.length === full) return seen;
  // What a full group would have given each of its samples, as if there were as many micro-batches as there are samples for.
  const exact = batch.reduce === 'mean' ? 1 / last.length : 1 / size;
  return seen.map((visit) => (visit.update === lastUpdate ? { ...visit, weight: exact } : visit));
}

describe('planUpdates', () => {
  test('gives every visit the update and the weight that a training loop gives it', () => {
    fc.assert(
      fc.property(small, fc.integer({ min: 1, max: 4 }), batches, (samples, epochs, batch) => {
        const { count, start, tailStart, end, headWeight, tailWeight, epoch } = planUpdates(samples, epochs, batch);
        const loop = trainingLoop(samples, batch);
        const perEpoch = 1 + Math.max(...loop.map(({ update }) => update));
        expect(count).toBe(epochs * perEpoch);
        for (let visit = 0; visit < samples * epochs; visit += 1) {
          const expected = loop[visit % samples];
          const update = Math.floor(visit / samples) * perEpoch + (expected?.update ?? Number.NaN);
          expect(visit >= (start[update] ?? Number.NaN) && visit < (end[update] ?? Number.NaN)).toBe(true);
          expect((visit < (tailStart[update] ?? Number.NaN) ? headWeight : tailWeight)[update]).toBeCloseTo(
            expected?.weight ?? Number.NaN,
            14,
          );
          expect(epoch[update]).toBe(Math.floor(visit / samples));
        }
      }),
    );
  });

  test('updates cover the visits without gaps or overlap', () => {
    fc.assert(
      fc.property(small, small, batches, (samples, epochs, batch) => {
        const { count, start, end } = planUpdates(samples, epochs, batch);
        expect([start[0], end[count - 1]]).toEqual([0, samples * epochs]);
        expect(start.slice(1)).toEqual(end.slice(0, -1));
        expect(start.every((from, u) => from < (end[u] ?? Number.NaN))).toBe(true);
      }),
    );
  });

  test("an update's weights add up to its share of micro-batches", () => {
    fc.assert(
      fc.property(small, batches, (samples, anyBatch) => {
        const batch = { ...anyBatch, reduce: 'mean', tail: 'as-is' } as const;
        const { count, start, tailStart, end, headWeight, tailWeight } = planUpdates(samples, 1, batch);
        const size = batch.size === 'all' ? samples : batch.size;
        const microBatches = Math.ceil(samples / size);
        for (let u = 0; u < count; u += 1) {
          const at = (values: ArrayLike<number>) => values[u] ?? Number.NaN;
          const sum = (at(tailStart) - at(start)) * at(headWeight) + (at(end) - at(tailStart)) * at(tailWeight);
          expect(sum).toBeCloseTo(
            Math.min(batch.accumulate, microBatches - u * batch.accumulate) / batch.accumulate,
            12,
          );
        }
      }),
    );
  });
});

describe('linear regression in batches', () => {
  const regression = (
    batch: Batch,
    { id = 'sgd', samples = 24, epochs = 2 }: { id?: string; samples?: number; epochs?: number } = {},
  ) => ({
    ...descent(choiceOf('linear-regression', { samples }), [0, 0, 0], 1, runOf(id, { lr: 0.1 }, { batch })),
    epochs,
  });

  const expectSamePath = (a: ReturnType<typeof runInFloat64>, b: ReturnType<typeof runInFloat64>) => {
    expect(a.rows).toBe(b.rows);
    a.params.forEach((value, i) => expect(value).toBeCloseTo(b.params[i] ?? Number.NaN, 12));
  };

  /** Mean gradient of the loss over some samples, by hand. */
  function gradientBy(
    experiment: ReturnType<typeof regression>,
    [w1 = 0, w2 = 0, b = 0]: readonly number[],
    visits: ArrayLike<number>,
  ): number[] {
    const [x1, x2, y] = planOnData(experiment).data.columns;
    return [0, 1, 2].map((i) =>
      Array.from(visits).reduce((sum, k) => {
        const residual = w1 * (x1?.[k] ?? 0) + w2 * (x2?.[k] ?? 0) + b - (y?.[k] ?? 0);
        return sum + (residual * ([x1?.[k], x2?.[k], 1][i] ?? 0)) / visits.length;
      }, 0),
    );
  }

  test.each(['sgd', 'adam'])('micro-batches together are one large batch, by %s', (id) => {
    for (const [size, accumulate] of [
      [1, 6],
      [2, 3],
      [3, 2],
    ] as const) {
      expectSamePath(
        runInFloat64(regression({ ...fullBatch, size, accumulate }, { id })),
        runInFloat64(regression({ ...fullBatch, size: 6, accumulate: 1 }, { id })),
      );
    }
  });

  test('one batch of all samples is gradient descent', () => {
    const experiment = regression({ ...fullBatch, size: 24, accumulate: 1 }, { epochs: 30 });
    const trace = runInFloat64(experiment);
    expectSamePath(trace, runInFloat64(regression({ ...fullBatch, size: 'all', accumulate: 1 }, { epochs: 30 })));
    let theta = [0, 0, 0];
    for (let row = 1; row <= 30; row += 1) {
      const g = gradientBy(
        experiment,
        theta,
        Array.from({ length: 24 }, (_, i) => i),
      );
      theta = theta.map((value, i) => value - 0.1 * (g[i] ?? Number.NaN));
      pointOf(trace, row).forEach((value, i) => expect(value).toBeCloseTo(theta[i] ?? Number.NaN, 12));
    }
  });

  test('an incomplete last group takes a smaller step', () => {
    // Ten samples in twos: a group of four micro-batches, and one micro-batch that is divided by four all the same.
    const experiment = regression({ ...fullBatch, size: 2, accumulate: 4 }, { samples: 10, epochs: 1 });
    const trace = runInFloat64(experiment);
    expect(trace.rows).toBe(3);
    const g = gradientBy(experiment, pointOf(trace, 1), planOnData(experiment).runs[0]?.visits.slice(8) ?? []);
    pointOf(trace, 2).forEach((value, i) =>
      expect(value).toBeCloseTo((pointOf(trace, 1)[i] ?? Number.NaN) - (0.1 / 4) * (g[i] ?? Number.NaN), 13),
    );
  });

  test('samples seen are counted by update', () => {
    expect([
      ...runInFloat64(regression({ ...fullBatch, size: 2, accumulate: 4 }, { samples: 10, epochs: 2 })).samplesSeen,
    ]).toEqual([0, 8, 10, 18, 20]);
  });

  test('a thousand samples with a curriculum', () => {
    const end = (size: number, lr: number) => {
      const base = descent(
        choiceOf('linear-regression'),
        [],
        1,
        runOf('sgd', { lr }, { batch: { ...fullBatch, size, accumulate: 1 } }),
      );
      return pointOf(runInFloat64({ ...base, start: null, epochs: 3 }), -1);
    };
    const distance = (theta: readonly number[]) =>
      Math.hypot(...theta.map((value, i) => value - ([2, -3.4, 4.2][i] ?? Number.NaN)));
    expect(distance(end(1000, 0.999))).toBeLessThan(0.02);
    expect(distance(end(10, 0.2))).toBeLessThan(0.02);
    expect(distance(end(10, 0.002))).toBeGreaterThan(1);
    const far = distance(end(10, 5));
    expect(far > 1e80 && Number.isFinite(far)).toBe(true);
  });
});
