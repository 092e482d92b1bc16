import type { DataSubject } from '../subject/loss';
import type { Library } from './library';

/** The names of what an update is given: its samples, and under dropout the factors of the hidden units. */
interface Part {
  readonly point: string;
  /** Python for the rows of the samples. */
  readonly rows: string;
  /** Python for the factors; ignored without dropout. */
  readonly factors: string;
}

/** The loss of one micro-batch, weighted so that the losses of an update's micro-batches add up to the loss of the update. */
export function batchLoss(data: DataSubject, library: Library, part: Part): string {
  const { isSum, divisor } = weightOf(data);
  const losses = data.dropout
    ? `training_losses(${part.point}, ${part.rows}, ${part.factors})`
    : `sample_losses(${part.point}, ${part.rows})`;
  const total = isSum ? library.sum(losses) : library.mean(losses);
  return divisor === null ? total : `${total}/${divisor}`;
}

/**
 * Whether the losses of a micro-batch are added or averaged, and what that is divided by. `len(batch)` is the number of
 * samples of the update.
 */
export function weightOf({ batch, microBatch, isWhole }: DataSubject): { isSum: boolean; divisor: string | null } {
  const { accumulate, reduce, tail } = batch;
  if (tail === 'exact' && reduce === 'sum' && !isWhole) return { isSum: true, divisor: String(microBatch) };
  if (tail === 'exact' && reduce === 'mean' && accumulate > 1 && !isWhole)
    return { isSum: true, divisor: 'len(batch)' };
  if (tail === 'exact' || reduce === 'sum' || accumulate === 1) return { isSum: false, divisor: null };
  return { isSum: false, divisor: String(accumulate) };
}

/** Whether an update of the run may have several micro-batches. */
const hasMicroBatches = ({ batch, isWhole }: DataSubject): boolean => batch.accumulate > 1 && !isWhole;

/** The statement that goes through the micro-batches of an update, and the names for the samples of one. */
export function microBatches(
  data: DataSubject,
  library: Library,
): { loop: string | null; rows: string; factors: string } {
  const slice = `[first:first + ${data.microBatch}]`;
  if (data.isWhole) return { loop: null, rows: 'samples', factors: '' };
  if (!hasMicroBatches(data))
    return { loop: null, rows: library.rows('samples', 'batch'), factors: library.tensor('factors') };
  return {
    loop: `for first in range(0, len(batch), ${data.microBatch}):`,
    rows: library.rows('samples', `batch${slice}`),
    factors: library.tensor(`factors${slice}`),
  };
}
