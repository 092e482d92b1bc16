import type { Batch } from '../../experiment/core/types';

/**
 * Which visits each update uses. Visits are sample indices in the order of all epochs, end to end.
 * Update u sums gradients over visits start[u] to end[u] (exclusive), with weight `headWeight[u]` before `tailStart[u]`
 * and `tailWeight[u]` from there on: the last, smaller micro-batch of an epoch, whose mean counts as much as any other's.
 */
export interface Updates {
  readonly count: number;
  readonly start: Int32Array;
  readonly tailStart: Int32Array;
  readonly end: Int32Array;
  readonly headWeight: Float64Array;
  readonly tailWeight: Float64Array;
  /** Epoch of each update, from 0. */
  readonly epoch: Int32Array;
  /** Samples used by all updates up to and with each. */
  readonly samplesSeen: Int32Array;
}

/** Whether an update is the last of its epoch. */
export const endsEpoch = ({ count, epoch }: Updates, update: number): boolean =>
  update === count - 1 || epoch[update] !== epoch[update + 1];

/**
 * Cuts epochs into updates as a PyTorch training loop does: micro-batches of `size`, every mean loss divided by `accumulate`
 * (or, by `reduce`, summed undivided), one update after `accumulate` of them, and one for an incomplete group at the end of
 * an epoch, which is still divided by `accumulate` unless `tail` is `exact`.
 * @param repeatsFirstEpoch whether every epoch uses the visits of the first
 */
export function planUpdates(samples: number, epochs: number, batch: Batch, repeatsFirstEpoch = false): Updates {
  const size = batch.size === 'all' ? samples : Math.min(batch.size, samples);
  const { accumulate, reduce, tail } = batch;
  const group = size * accumulate;
  const share = reduce === 'mean' ? 1 / accumulate : 1;
  const perEpoch = Math.ceil(samples / group);
  const count = perEpoch * epochs;
  const updates = {
    count,
    start: new Int32Array(count),
    tailStart: new Int32Array(count),
    end: new Int32Array(count),
    headWeight: new Float64Array(count),
    tailWeight: new Float64Array(count),
    epoch: new Int32Array(count),
    samplesSeen: new Int32Array(count),
  };
  for (let u = 0; u < count; u += 1) {
    const epoch = Math.floor(u / perEpoch);
    const before = (u % perEpoch) * group;
    const start = before + (repeatsFirstEpoch ? 0 : epoch * samples);
    const end = start + Math.min(group, samples - before);
    const rest = (end - start) % size;
    updates.start[u] = start;
    updates.end[u] = end;
    updates.tailStart[u] = end - rest;
    const isShort = end - start < group;
    // With `exact`, every sample of an incomplete group has the same weight: that of a mean over the group, or of a full group's sum.
    const exact = isShort && tail === 'exact' ? (reduce === 'mean' ? 1 / (end - start) : 1 / size) : null;
    updates.headWeight[u] = exact ?? share / size;
    updates.tailWeight[u] = rest === 0 ? 0 : (exact ?? share / rest);
    updates.epoch[u] = epoch;
    updates.samplesSeen[u] = epoch * samples + before + (end - start);
  }
  return updates;
}
