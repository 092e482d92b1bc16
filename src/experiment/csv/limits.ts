import { limits } from '../core/limits';

/** Inclusive limits of a CSV file. */
export const csvLimits = {
  bytes: 5e6,
  /** Without the line of column names. */
  rows: limits.samples,
  /** At least one feature and the target. */
  columns: { min: 2, max: 64 },
} as const;
