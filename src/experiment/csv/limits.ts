import { limits } from '../core/limits';

/** Inclusive limits of a file of data. */
export const csvLimits = {
  bytes: 5e6,
  /** Without the line of names. */
  rows: limits.samples,
  /** At least a feature and the target. */
  columns: { min: 2, max: 64 },
} as const;
