import { GROWING_UPDATES, growthStart, hasEscaped } from '../../engine/trace/escape';
import type { RunTrace } from '../../engine/trace/types';
import { at } from '../kit/geometry/at';
import type { Series } from './line';
import type { BreakWindow } from './valueRange';

/** A run that is still computed grows if its last loss is more than this many times the first. */
const MAX_RATIO = 1e4;

/** Whether a run's loss grows past all others': it escaped and ended above its start, or is about to. */
function grows({ outcome, loss, rows }: RunTrace): boolean {
  const [first, last] = [Math.abs(at(loss, 0)), Math.abs(at(loss, rows - 1))];
  if (outcome?.kind === 'diverged') return true;
  if (outcome?.kind === 'left') return last > first;
  return outcome === null && first > 0 && last > MAX_RATIO * first;
}

/** What the line of a run must know of its end. */
export type Ending = Pick<Series, 'diverged' | 'growth'>;

export const endingOf = (run: RunTrace | undefined): Ending => ({
  diverged: run?.outcome?.kind === 'diverged',
  growth: run && grows(run) ? growthStart(run) : null,
});

/** Steps before the growth that are shown with it. */
const STEPS_BEFORE = 2;

/** The steps around the break of the selected run, or of the first run to break if that one does not; null where none does. */
export function breakWindow(runs: readonly RunTrace[], selected: number): BreakWindow | null {
  const breaks = runs.flatMap((run, i) => (hasEscaped(run) ? [{ run: i, growth: growthStart(run) }] : []));
  const [first] = [...breaks].sort(
    (a, b) => Number(b.run === selected) - Number(a.run === selected) || a.growth - b.growth,
  );
  if (!first) return null;
  const { run, growth } = first;
  return { run, from: Math.max(0, growth - STEPS_BEFORE), to: growth + GROWING_UPDATES + 1 };
}
