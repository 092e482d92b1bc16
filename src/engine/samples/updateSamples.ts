import type { Dataset } from '../../catalogue';
import type { LossProgram } from '../../formula';
import type { Updates } from './batches';
import type { Dropout } from './dropout';

/** Which samples each update of a run uses: none of a function problem, those of its batch of a data problem. */
export type UpdateSamples = NoSamples | BatchSamples;

export interface NoSamples {
  readonly kind: 'function';
}

export interface BatchSamples {
  readonly kind: 'data';
  /** The training samples, which `visits` refers to. */
  readonly data: Dataset;
  /** Which visits each update uses. */
  readonly batches: Updates;
  /** Sample indices in the order of visits, all epochs end to end; runs with the same order share the array. */
  readonly visits: Int32Array;
  /** Which hidden units are left out at each visit; null without dropout. */
  readonly dropout: Dropout | null;
}

export const dropoutOf = (run: UpdateSamples): Dropout | null => (run.kind === 'data' ? run.dropout : null);

/** The loss that the updates of a run descend: with dropout, the loss with its factors. */
export const trainingLossOf = (plan: { readonly training: LossProgram }, run: UpdateSamples): LossProgram =>
  dropoutOf(run)?.loss ?? plan.training;
