import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

interface Attempts {
  /** Grows when what failed to load, or threw, should be tried again. */
  readonly attempt: number;
  /** How many times code could not be loaded. */
  readonly failedLoads: number;
  /** How many parts of the page are out of order because they threw. */
  readonly brokenParts: number;
  /** What could not be done because its code could not be loaded, where no part of the page can say so in its place. */
  readonly notDone: 'action' | 'link' | null;
}

export const attemptStore = createStore<Attempts>(() => ({
  attempt: 0,
  failedLoads: 0,
  brokenParts: 0,
  notDone: null,
}));

export const useAttempts = <T>(select: (state: Attempts) => T): T => useStore(attemptStore, select);

export const currentAttempt = (): number => attemptStore.getState().attempt;

/** Tries again all that failed, everywhere on the page: what made one part fail mostly made others fail too. */
export const tryAgain = (): void => attemptStore.setState(({ attempt }) => ({ attempt: attempt + 1 }));

export const countFailedLoad = (): void =>
  attemptStore.setState(({ failedLoads }) => ({ failedLoads: failedLoads + 1 }));

/** Counts a part that threw; returns a function that takes it back. */
export function countBrokenPart(): () => void {
  const count = (by: number) => attemptStore.setState(({ brokenParts }) => ({ brokenParts: brokenParts + by }));
  count(1);
  return () => count(-1);
}

export const showNotDone = (notDone: Attempts['notDone']): void => attemptStore.setState({ notDone });
