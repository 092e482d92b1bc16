import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { useStep } from './transport';

/** Runs of at most this many updates move between their points when played; longer ones have no room to. */
const SHORT_RUN = 60;

/** Where the playback is, in fractions of a step; null while nothing plays, or in a long run. */
const positionStore = createStore<{ readonly position: number | null }>(() => ({ position: null }));

/** Whether a run of so many updates moves between its points. */
export const isShort = (updates: number): boolean => updates <= SHORT_RUN;

/** @param end the number of updates of the longest run */
export const showPosition = (position: number, end: number): void =>
  positionStore.setState({ position: isShort(end) && position < end ? position : null });

export const hidePosition = (): void => positionStore.setState({ position: null });

/** The transport's step, between two steps while a short run plays. */
export function usePosition(): number {
  const step = useStep();
  const position = useStore(positionStore, (state) => state.position);
  // The user may have moved the transport since the last frame.
  return position !== null && Math.floor(position) === step ? position : step;
}
