import { describe, expect, it } from 'vitest';
import type { RunTrace } from '../../engine/trace/types';
import { lossRange } from './losses';

const run = (
  loss: readonly number[],
  validation?: readonly number[],
  outcome: RunTrace['outcome'] = null,
): RunTrace => ({
  rows: loss.length,
  params: new Float64Array(loss.length),
  loss: Float64Array.from(loss),
  ...(validation && { validation: Float64Array.from(validation) }),
  state: new Float64Array(0),
  outcome,
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

  it('holds all of a run that stayed in view, however low it began', () => {
    const losses = [0.001, -0.5, 0.75];
    expect(lossRange([run(losses)], 'linear')?.[1]).toBeLessThan(0.01);
    expect(lossRange([run(losses, undefined, { kind: 'left', step: 2 })], 'linear')?.[1]).toBeLessThan(0.01);
    const [low, high] = lossRange([run(losses, undefined, { kind: 'wandering' })], 'linear') ?? [];
    expect(low).toBeCloseTo(-0.5 - 0.04 * 1.25, 12);
    expect(high).toBeCloseTo(0.75 + 0.04 * 1.25, 12);
  });

  it('does not measure by a first loss that has no length on the scale', () => {
    expect(lossRange([run([0, -2, 6])], 'linear')?.[1]).toBeCloseTo(6 + 0.04 * 8, 12);
    expect(lossRange([run([0, 1e-3, 10])], 'log')?.[1]).toBeGreaterThan(10);
    expect(lossRange([run([-1e-9, 10])], 'log')?.[1]).toBeGreaterThanOrEqual(10);
  });
});
