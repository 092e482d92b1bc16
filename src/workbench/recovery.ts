import type { WorkerClient } from '../engine/worker/workerClient.types';
import { attemptStore, showNotDone, tryAgain } from '../late/attempts';
import { LoadError } from '../late/loadOnce';
import { experimentStore } from './stores/experimentStore';
import { watchRelease } from './stores/release';

/** Lets the page recover by itself where it can, and otherwise say what it could not do. */
export function recoverFromFailures(client: WorkerClient): void {
  watchRelease();
  window.addEventListener('online', () => {
    tryAgain();
    client.restart();
  });
  // A part of the page that threw over one experiment may be able to show the next one.
  experimentStore.subscribe(() => {
    if (attemptStore.getState().brokenParts > 0) tryAgain();
  });
  // An action whose code could not be loaded, such as opening the formula editor, has no place of its own to say so.
  window.addEventListener('unhandledrejection', (event) => {
    if (!(event.reason instanceof LoadError)) return;
    event.preventDefault();
    showNotDone('action');
  });
}
