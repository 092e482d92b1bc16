import type { Coarseness, Vanishing } from '../float64/precisionParts';
import type { Plan, RunPlan } from '../plan/types';
import type { RunTrace } from '../trace/types';
import { ownUpdate, shortFormatOf, type OwnUpdate } from './ownUpdate';

const largestBy = (updates: readonly OwnUpdate[], size: (update: OwnUpdate) => number): OwnUpdate =>
  updates.reduce((largest, update) => (size(update) > size(largest) ? update : largest));

/**
 * That the updates of a run in a format of 16 bits are too small to change its parameters: the last one rounds to nothing in
 * every parameter. Named is the one whose update is nearest to changing it. Null if the sum of the lines' updates would not
 * vanish.
 */
export function vanishing(plan: Plan, run: RunPlan, trace: RunTrace, last: number): Vanishing | null {
  const format = shortFormatOf(run);
  if (last === 0 || format === null) return null;
  const updates = ownUpdate(plan, run, trace, last, format);
  if (updates.some(({ move }) => move !== 0)) return null;
  const found = largestBy(updates, ({ update, gap }) => Math.abs(update) / gap);
  const { parameter, value, gap, update } = found;
  if (!(update !== 0 && Math.abs(update) <= gap / 2)) return null;
  return { format, parameter, value, gap, update };
}

/**
 * That the updates of a cycle in a format of 16 bits are not those that the parameters make, because the format has no numbers
 * between: of the updates of one round, the one that rounding changed most.
 */
export function coarseness(plan: Plan, run: RunPlan, trace: RunTrace, last: number, period: number): Coarseness | null {
  const format = shortFormatOf(run);
  if (last === 0 || format === null) return null;
  const rows = Array.from({ length: Math.min(period, last) }, (_, i) => last - i);
  const updates = rows.flatMap((row) => ownUpdate(plan, run, trace, row, format));
  const found = largestBy(updates, ({ update, move, gap }) => Math.abs(move - update) / gap);
  return found.move !== found.update ? { format, ...found } : null;
}
