import { describe, expect, it } from 'vitest';
import type { RunTrace } from '../../engine/types';
import { lossRange } from './losses';

const run = (loss: readonly number[], validation?: readonly number[]): RunTrace => ({
  rows: loss.length,
  params: new Float64Array(loss.length),
  loss: Float64Array.from(loss),
  ...(validation && { validation: Float64Array.from(validation) }),
  state: new Float64Array(0),
  outcome: null,
  samplesSeen: Float64Array.from(loss, (_, i) => i),
  lr: new Float64Array(loss.length),
});

describe('the range of the loss axis', () => {
  it('holds the loss over the samples that were kept back too', () => {
    const [low, high] = lossRange([run([4, 2, 1], [5, 6, 7])], 'linear') ?? [];
    expect(low).toBeCloseTo(1 - 0.04 * 6, 12);
    expect(high).toBeCloseTo(7 + 0.04 * 6, 12);
    expect(lossRange([run([4, 2, 1])], 'linear')?.[1]).toBeCloseTo(4 + 0.04 * 3, 12);
  });

  it('is not stretched by a loss far above where the run began', () => {
    expect(lossRange([run([1, 1e9], [1, 1e12])], 'linear')?.[1]).toBeLessThan(10);
  });
});
