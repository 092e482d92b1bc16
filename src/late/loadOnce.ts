import { countFailedLoad, currentAttempt } from './attempts';
import { messageOf } from '../engine/common/messageOf';

/** Code of the page could not be loaded: there is no network, or a new release has replaced the files. */
export class LoadError extends Error {
  constructor(cause: unknown) {
    super(`a part of the page could not be loaded: ${messageOf(cause)}`, { cause });
  }
}

/** Loads something. Rejects with a LoadError. */
export const loaded = <Loaded>(load: () => Promise<Loaded>): Promise<Loaded> =>
  load().catch((cause: unknown) => {
    countFailedLoad();
    throw new LoadError(cause);
  });

/** @param mayTryAgain whether the next call loads again after a failure in that attempt (attempts.ts) */
function remembered<Loaded>(load: () => Promise<Loaded>, mayTryAgain: (failedIn: number) => boolean) {
  let loading: Promise<Loaded> | null = null;
  let failedIn: number | null = null;
  return (): Promise<Loaded> => {
    if (loading && (failedIn === null || !mayTryAgain(failedIn))) return loading;
    failedIn = null;
    loading = loaded(load);
    loading.catch(() => (failedIn = currentAttempt()));
    return loading;
  };
}

/**
 * Loads something when it is first needed, and once. A failure is kept until the next attempt: React asks again at every
 * render, and would load for ever.
 * @returns a function that returns the same promise every time; it rejects with a LoadError
 */
export const loadOnce = <Loaded>(load: () => Promise<Loaded>) =>
  remembered(load, (failedIn) => failedIn !== currentAttempt());

/** The same for what a user or a script asks for: after a failure, asking again loads again. */
export const loadForAction = <Loaded>(load: () => Promise<Loaded>) => remembered(load, () => true);
