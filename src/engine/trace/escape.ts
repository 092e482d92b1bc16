import type { RunTrace } from './types';

type Escaping = Pick<RunTrace, 'rows' | 'loss' | 'outcome'>;

/** How many updates of a run's growth are shown: enough to see that each is longer than the one before. */
export const GROWING_UPDATES = 5;

/** Whether a run left the view for good, or outgrew what floating point can hold. */
export const hasEscaped = ({ outcome }: Pick<RunTrace, 'outcome'>): boolean =>
  outcome?.kind === 'left' || outcome?.kind === 'diverged';

/**
 * The row from which on a run that escaped only grows: its last one with a loss no larger than the first, whatever the sign,
 * and in any case the one before it left or its numbers ended.
 */
export function growthStart({ rows, loss, outcome }: Escaping): number {
  const size = (row: number): number => Math.abs(loss[row] as number);
  let row = Math.max(0, outcome && 'step' in outcome ? outcome.step - 1 : rows - 1);
  // A comparison with a loss that is not a number is false: such a row is passed over.
  while (row > 0 && !(size(row) <= size(0))) row -= 1;
  return row;
}
