import { randomNormal } from 'd3-random';
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { mersenne } from 'pure-rand/generator/mersenne';
import type { RandomSource } from '../../catalogue/types';

/**
 * What a stream of random numbers is for. Each purpose has its own stream, so that changing the batch size, for example,
 * does not change the data.
 */
const STREAMS = {
  data: 0x9e3779b9,
  initial: 0x85ebca6b,
  order: 0xc2b2ae35,
  validation: 0x27d4eb2f,
  noise: 0x165667b1,
  dropout: 0xd3a2646c,
  search: 0xfd7046c5,
} as const;

export type StreamPurpose = keyof typeof STREAMS;

/** The seed of one stream's generator, from 0 to 2^32 - 1. */
export const streamSeed = (seed: number, purpose: StreamPurpose): number => (seed ^ STREAMS[purpose]) >>> 0;

/**
 * Uniform numbers on [0, 1) from an experiment's seed, the same on every machine and backend. A Mersenne twister mixes
 * its seed well; pure-rand's shift-register generators start with similar numbers for seeds that differ in a few bits.
 */
export function randomStream(seed: number, purpose: StreamPurpose): () => number {
  const generator = mersenne(streamSeed(seed, purpose));
  return () => uniformFloat64(generator);
}

/** Uniform and normal numbers of one stream, for sampling data and initial parameters. */
export function randomSource(seed: number, purpose: StreamPurpose): RandomSource {
  const uniform = randomStream(seed, purpose);
  return { uniform, normal: randomNormal.source(uniform)() };
}
