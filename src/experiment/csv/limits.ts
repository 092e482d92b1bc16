import { limits } from '../core/limits';

/** Inclusive limits of a CSV file. */
export const csvLimits = {
  bytes: 20e6,
  /** Of the data that are used. A file with more rows gives its first or a random choice of them. */
  rows: limits.samples,
  /** At least one feature and the target. Of a file with more columns the first ones and the last are read. */
  columns: { min: 2, max: 64 },
} as const;

/** The largest number of a sample, as of every coordinate. */
export const largestNumber = limits.coordinate.max;
