import type { LossProgram } from '../../formula';
import { rememberLast } from '../common/memo';
import { randomStream } from './random';

/** Hidden units that are left out at random at each visit: inverted dropout, as in PyTorch's nn.Dropout. */
export interface Dropout {
  /** The loss of one sample; its inputs are the data's columns, then one factor for each hidden unit. */
  readonly loss: LossProgram;
  /** Number of hidden units. */
  readonly units: number;
  /** The factor of a unit that stays, 1/(1 - p): on average a unit counts as much as in the whole network. */
  readonly scale: number;
  /** visits x units: 1 for a unit that stays at a visit, 0 for one that is left out. */
  readonly stays: Uint8Array;
}

const rememberDropout = rememberLast<Dropout>(8);

interface DropoutSettings {
  /** Probability that a unit is left out, above 0 and below 1. */
  readonly p: number;
  readonly seed: number;
  /** Visits of samples in all epochs of the run. */
  readonly visits: number;
}

/**
 * Samples which units stay. Runs with the same p and number of visits get the same object, so that rules can be compared
 * under the same dropout. A unit that is left out with one p is left out with every larger p.
 * @param text what `loss` is compiled from
 * @param units number of factors that `loss` reads
 */
export function sampleDropout(settings: DropoutSettings, text: string, loss: LossProgram, units: number): Dropout {
  const { p, seed, visits } = settings;
  return rememberDropout(JSON.stringify([p, seed, visits, text]), () => {
    const uniform = randomStream(seed, 'dropout');
    return {
      loss,
      units,
      scale: 1 / (1 - p),
      stays: Uint8Array.from({ length: visits * units }, () => Number(uniform() >= p)),
    };
  });
}

/**
 * The factor of a unit at a visit, both from 0. Visit orders that stand end to end in one table use the same samples, each
 * from the beginning.
 */
export const factorAt = ({ stays, units, scale }: Dropout, visit: number, unit: number): number =>
  scale * (stays[(visit * units + unit) % stays.length] as number);
