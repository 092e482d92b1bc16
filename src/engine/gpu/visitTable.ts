import type { Dataset } from '../../catalogue';
import { factorAt, type Dropout } from '../samples/dropout';
import { padRecords } from './texels';

/**
 * What gradients read of the samples, one record a visit: the data's columns, then dropout's factors. Gathering the samples in the
 * order of the visits saves the shader a dependent read.
 */
export function visitTable({ columns }: Dataset, visits: Int32Array, dropout: Dropout | null): Float32Array {
  const own = columns.length;
  return padRecords(visits.length, own + (dropout?.units ?? 0), (visit, j) =>
    dropout && j >= own ? factorAt(dropout, visit, j - own) : (columns[j]?.[visits[visit] as number] as number),
  );
}

/** What losses read: one record a sample, in the order in which the data have them. */
export const sampleTable = ({ size, columns }: Dataset): Float32Array =>
  padRecords(size, columns.length, (i, j) => columns[j]?.[i] as number);
