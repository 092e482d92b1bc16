import { shuffler } from 'd3-array';
import type { Batch } from '../experiment/types';

/**
 * Which visits make each update. Visits are the samples in the order in which the epochs see them, end to end.
 * Update u adds up gradients over visits start[u] to end[u]: weight `headWeight[u]` before `split[u]`, `tailWeight[u]`
 * from there on (the last, smaller micro-batch of an epoch, whose mean counts as much as any other micro-batch's).
 */
export interface Updates {
  readonly count: number;
  readonly start: Int32Array;
  readonly split: Int32Array;
  readonly end: Int32Array;
  readonly headWeight: Float64Array;
  readonly tailWeight: Float64Array;
  /** Epoch of each update, from 0. */
  readonly epoch: Int32Array;
}

/** Sample indices, one list per epoch, each epoch shuffled anew. */
export function drawOrder(samples: number, epochs: number, random: () => number): Int32Array[] {
  const shuffle = shuffler(random);
  return Array.from({ length: epochs }, () => shuffle(Int32Array.from({ length: samples }, (_, i) => i)));
}

/**
 * Cuts epochs into updates as a PyTorch training loop does: micro-batches of `size`, every loss divided by `accumulate`,
 * one update after that many, and one for an incomplete group at the end of an epoch, which is still divided by `accumulate`.
 */
export function cutIntoUpdates(samples: number, epochs: number, batch: Batch): Updates {
  const size = batch.size === 'all' ? samples : Math.min(batch.size, samples);
  const group = size * batch.accumulate;
  const perEpoch = Math.ceil(samples / group);
  const count = perEpoch * epochs;
  const updates = {
    count,
    start: new Int32Array(count),
    split: new Int32Array(count),
    end: new Int32Array(count),
    headWeight: new Float64Array(count),
    tailWeight: new Float64Array(count),
    epoch: new Int32Array(count),
  };
  for (let u = 0; u < count; u += 1) {
    const epoch = Math.floor(u / perEpoch);
    const start = epoch * samples + (u % perEpoch) * group;
    const end = Math.min(start + group, (epoch + 1) * samples);
    const rest = (end - start) % size;
    updates.start[u] = start;
    updates.end[u] = end;
    updates.split[u] = end - rest;
    updates.headWeight[u] = 1 / (size * batch.accumulate);
    updates.tailWeight[u] = rest === 0 ? 0 : 1 / (rest * batch.accumulate);
    updates.epoch[u] = epoch;
  }
  return updates;
}
