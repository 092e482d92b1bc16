import type { RunTrace } from './types';

/** The full loss at the end of a run; NaN where it diverged, whose last loss may be -Infinity, or has no row. */
export const lossAtEnd = ({ outcome, loss, rows }: Pick<RunTrace, 'outcome' | 'loss' | 'rows'>): number =>
  outcome?.kind === 'diverged' ? Number.NaN : (loss[rows - 1] ?? Number.NaN);
