import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Batch } from './types';
import { isFullBatch, updatesPerEpoch } from './updates';

/** The usual training loop, counted: a step after every `accumulate` micro-batches, and after the last one. */
function steps(samples: number, size: number, accumulate: number): number {
  let count = 0;
  let waiting = 0;
  for (let seen = 0; seen < samples; seen += size) {
    waiting += 1;
    if (waiting === accumulate || seen + size >= samples) {
      count += 1;
      waiting = 0;
    }
  }
  return count;
}

test('updatesPerEpoch counts the updates of the usual training loop', () => {
  const small = fc.integer({ min: 1, max: 60 });
  fc.assert(
    fc.property(small, small, small, (samples, size, accumulate) => {
      expect(updatesPerEpoch(samples, { size, accumulate })).toBe(steps(samples, size, accumulate));
      expect(updatesPerEpoch(samples, { size: 'all', accumulate })).toBe(1);
    }),
  );
});

test('a full batch uses every sample once in every update, however it is put together', () => {
  const usual: Batch = { size: 'all', accumulate: 1, reduce: 'mean', tail: 'as-is', sampling: 'shuffle', stages: 1 };
  const isFull = (batch: Partial<Batch>) => isFullBatch(20, { ...usual, ...batch });
  expect([isFull({}), isFull({ size: 20 }), isFull({ size: 10, accumulate: 2 })]).toEqual([true, true, true]);
  expect([isFull({ size: 19 }), isFull({ stages: 2 }), isFull({ sampling: 'replacement' })]).toEqual([
    false,
    false,
    false,
  ]);
});
