import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/**
 * What a stream of random numbers is for. Each has a stream of its own, so that changing the batch size, say,
 * leaves the data as they were.
 */
const STREAMS = { data: 0x9e3779b9, initial: 0x85ebca6b, order: 0xc2b2ae35 } as const;

/** Uniform numbers on [0, 1) from an experiment's seed: the same on every machine and backend. */
export function randomStream(seed: number, purpose: keyof typeof STREAMS): () => number {
  const generator = xoroshiro128plus(seed ^ STREAMS[purpose]);
  return () => uniformFloat64(generator);
}
