import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Agreement, LoggedRun } from '../../engine/compare/types';
import type { RunLog } from '../../experiment/log/types';
import { useScreen } from './screenStore';

/** A run from elsewhere that is kept on this device. */
export interface KeptLog extends RunLog {
  readonly id: string;
  /** The problem beside whose runs it is shown. */
  readonly problem: string;
  /** Milliseconds since 1970 when it was added. */
  readonly at: number;
  /** What is taken from its steps to give ours; null until it has agreed with a run. */
  readonly counted: { readonly offset: number; readonly pathOffset: number } | null;
}

/** A log beside the runs of its problem. */
export interface ShownLog extends LoggedRun {
  readonly log: KeptLog;
  /** `waiting` until our runs have been computed in both precisions; null where no step can be compared. */
  readonly agreement: Agreement | 'waiting' | null;
}

/** The logs of the problem on the screen. The code that reads them loads with their panel; until then there are none. */
export const shownLogsStore = createStore<{ readonly shown: readonly ShownLog[] }>(() => ({ shown: [] }));

const NONE: readonly ShownLog[] = [];

/** The logs of the problem on the screen; none while what comes after the current step is hidden. */
export function useShownLogs(): readonly ShownLog[] {
  const isHidden = useScreen((state) => state.hidesFuture || state.stage !== null);
  const shown = useStore(shownLogsStore, (state) => state.shown);
  return isHidden ? NONE : shown;
}
