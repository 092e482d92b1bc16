import { problemOf } from './choice';
import { lossesAtMinima } from './lossScale';
import type { ProblemChoice } from './types';

/** The least loss at the minima that the catalogue knows of a problem, with its constants; null where none is known or the loss has no lower bound. */
export function knownMinimum(choice: ProblemChoice): number | null {
  const problem = problemOf(choice);
  const losses = problem?.kind === 'function' && !problem.isUnbounded ? lossesAtMinima(choice) : [];
  return losses.length === 0 ? null : Math.min(...losses);
}
