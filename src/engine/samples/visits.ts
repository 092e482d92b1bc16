import { shuffler } from 'd3-array';
import type { Sampling } from '../../experiment/core/types';

export interface VisitOrderChoice {
  readonly sampling: Sampling;
  /** Stages of the curriculum, 1 or more; with more than 1, `difficulty` is required. */
  readonly stages: number;
}

/**
 * Sample indices in the order of visits, `samples` for every epoch, end to end. All epochs have the same length, so that
 * runs can be compared by updates: while a curriculum has released fewer samples, they are visited several times.
 *
 * @param random uniform on [0, 1)
 * @param difficulty one number per sample; equal ones keep their order
 */
export function sampleVisits(
  samples: number,
  epochs: number,
  { sampling, stages }: VisitOrderChoice,
  random: () => number,
  difficulty?: Float64Array,
): Int32Array {
  const visits = new Int32Array(samples * epochs);
  const easiest = stages > 1 && difficulty ? byDifficulty(difficulty) : null;
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    const pool =
      easiest?.slice(0, releasedCount(samples, epoch, epochs, stages)) ??
      Int32Array.from({ length: samples }, (_, i) => i);
    const before = epoch > 0 && sampling === 'once' && easiest === null ? visits.subarray(0, samples) : null;
    visits.set(before ?? epochVisits(pool, samples, sampling, random), epoch * samples);
  }
  return visits;
}

/** Number of samples that take part: in stage k of n, the easiest k/n of them. Bengio et al. 2009, Curriculum Learning. */
function releasedCount(samples: number, epoch: number, epochs: number, stages: number): number {
  const stage = Math.floor((epoch * stages) / epochs) + 1;
  return Math.ceil((samples * stage) / stages);
}

const byDifficulty = (difficulty: Float64Array): Int32Array =>
  Int32Array.from(difficulty.keys()).sort((a, b) => (difficulty[a] as number) - (difficulty[b] as number) || a - b);

function epochVisits(pool: Int32Array, samples: number, sampling: Sampling, random: () => number): Int32Array {
  if (sampling === 'replacement')
    return Int32Array.from({ length: samples }, () => pool[Math.floor(random() * pool.length)] as number);
  const shuffle = shuffler(random);
  const epoch = new Int32Array(samples);
  for (let from = 0; from < samples; from += pool.length) {
    const round = sampling === 'none' ? pool : shuffle(pool.slice());
    epoch.set(round.subarray(0, samples - from), from);
  }
  return epoch;
}
