import type { Dataset } from '../../catalogue';
import { factorAt, type Dropout } from '../samples/dropout';
import type { Updates } from '../samples/batches';
import { padRecords } from './texels';

/**
 * The table that gradients read, one record per visit: the columns of the data, then the factors of dropout. Because the
 * samples lie in visit order, the shader needs no look-up of a sample's index.
 */
export function visitTable({ columns }: Dataset, visits: Int32Array, dropout: Dropout | null): Float32Array {
  const own = columns.length;
  return padRecords(visits.length, own + (dropout?.units ?? 0), (visit, j) =>
    dropout && j >= own ? factorAt(dropout, visit, j - own) : (columns[j]?.[visits[visit] as number] as number),
  );
}

/** The table that losses read, one record per sample, in the order of the data set. */
export const sampleTable = ({ size, columns }: Dataset): Float32Array =>
  padRecords(size, columns.length, (i, j) => columns[j]?.[i] as number);

/** Number `field` (of BATCH_FIELDS) that describes the batch of an update. */
export const batchField = (
  { start, tailStart, end, headWeight, tailWeight }: Updates,
  update: number,
  field: number,
): number => [start, tailStart, end, headWeight, tailWeight][field]?.[update] as number;
