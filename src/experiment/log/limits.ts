/** Inclusive limits of a log. */
export const logLimits = {
  bytes: 20e6,
  rows: 200_000,
  /** Columns beside step and loss that are kept, because they may be parameters. */
  others: 64,
} as const;
