import { countFailedLoad, currentAttempt } from './attempts';
import { messageOf } from '../engine/common/messageOf';

/** Code of the page could not be loaded: there is no network, or a new release has replaced the files. */
export class LoadError extends Error {
  constructor(cause: unknown) {
    super(`a part of the page could not be loaded: ${messageOf(cause)}`, {
      cause,
    });
    this.name = 'LoadError';
  }
}

/**
 * Loads something when it is first needed, and once. A failure is kept until the next attempt (attempts.ts): React asks
 * again at every render, and would load for ever.
 * @returns a function that returns the same promise every time; it rejects with a LoadError
 */
export function loadOnce<Loaded>(load: () => Promise<Loaded>): () => Promise<Loaded> {
  let loading: Promise<Loaded> | null = null;
  let failedAttempt: number | null = null;
  return () => {
    if (loading && (failedAttempt === null || failedAttempt === currentAttempt())) return loading;
    failedAttempt = null;
    loading = load().catch((cause: unknown) => {
      failedAttempt = currentAttempt();
      countFailedLoad();
      throw new LoadError(cause);
    });
    return loading;
  };
}
