import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Run } from '../../experiment/core/types';
import { experimentStore } from './experimentStore';

/** What the slider of a run's rate shows: the rates around its edge, or all. */
export type RateRange = 'edge' | 'all';

/** The ranges that the user chose, by run; undefined where nothing was chosen. Kept while the page is open. */
export type RateRanges = readonly (RateRange | undefined)[];

const store = createStore<{ readonly ranges: RateRanges }>(() => ({ ranges: [] }));

/** The choices for a changed list of runs: an edited run keeps its own, and so does one whose place has changed. */
export function movedRanges(ranges: RateRanges, before: readonly Run[], runs: readonly Run[]): RateRanges {
  if (runs.length === before.length) return ranges;
  return runs.map((run) => ranges[before.indexOf(run)]);
}

// Here and not in a component, for a run can be removed while no slider is shown.
experimentStore.subscribe(({ experiment: { runs } }, { experiment: { runs: before } }) => {
  if (runs !== before) store.setState(({ ranges }) => ({ ranges: movedRanges(ranges, before, runs) }));
});

/** The range that was chosen for a run; undefined if none was. */
export const useRateRange = (run: number): RateRange | undefined => useStore(store, ({ ranges }) => ranges[run]);

export const chooseRateRange = (run: number, range: RateRange): void =>
  store.setState(({ ranges }) => ({
    ranges: Array.from({ length: Math.max(ranges.length, run + 1) }, (_, i) => (i === run ? range : ranges[i])),
  }));
