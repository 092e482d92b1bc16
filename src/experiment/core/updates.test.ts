import fc from 'fast-check';
import { expect, test } from 'vitest';
import { updatesPerEpoch } from './updates';

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
