import type { RunTrace } from './types';

/** Whether two runs are complete and have been at the same points, after each of their updates. */
export const isSamePath = (a: RunTrace, b: RunTrace): boolean =>
  a === b ||
  (a.outcome !== null &&
    b.outcome !== null &&
    a.params.length === b.params.length &&
    a.params.every((value, i) => Object.is(value, b.params[i])));
