import type { LossProgram } from '../../formula';
import { rememberLast } from '../common/memo';
import { randomStream } from './random';

/** Hidden units that are left out at random, visit by visit: inverted dropout, as PyTorch's nn.Dropout has it. */
export interface Dropout {
  /** The loss of a sample over the data's columns and, after them, a factor for every hidden unit. */
  readonly loss: LossProgram;
  /** Hidden units. */
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
 * Draws which units stay. Runs with as many visits and the same p have the same draws, and the same object, so that rules can be
 * compared under them; what is left out with one p is left out with every larger one.
 * @param text what `loss` is compiled from
 * @param units how many factors it reads
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

/** The factor of a unit at a visit, from 0. Orders that stand end to end in a table have the same draws, each from its beginning. */
export const factorAt = ({ stays, units, scale }: Dropout, visit: number, unit: number): number =>
  scale * (stays[(visit * units + unit) % stays.length] as number);

/** What the updates of a run descend: with dropout a loss of its own. */
export const trainingLossOf = (
  plan: { readonly training: LossProgram },
  run: { readonly dropout: Dropout | null },
): LossProgram => run.dropout?.loss ?? plan.training;
