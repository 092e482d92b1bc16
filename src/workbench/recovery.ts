import type { WorkerClient } from '../engine/worker/workerClient.types';
import { attemptStore, showNotDone, tryAgain } from '../late/attempts';
import { LoadError, loadOnce } from '../late/loadOnce';
import { experimentStore } from './stores/experimentStore';
import { watchRelease } from './stores/release';

const loadOffline = loadOnce(() => import('./offline/keepOffline'));

/** How long the page waits for a moment without work before it is kept on the device all the same, in milliseconds. */
const LONGEST_WAIT_MS = 10_000;

/** Has the built page kept on the device once the browser has nothing else to do. */
function keepOfflineWhenIdle(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  const keep = () =>
    void loadOffline().then(
      ({ keepOffline }) => keepOffline(),
      () => undefined,
    );
  // Safari has no word for being idle.
  if ('requestIdleCallback' in window) requestIdleCallback(keep, { timeout: LONGEST_WAIT_MS });
  else setTimeout(keep, LONGEST_WAIT_MS);
}

/** Lets the page recover by itself where it can, and otherwise say what it could not do. */
export function recoverFromFailures(client: WorkerClient): void {
  watchRelease();
  keepOfflineWhenIdle();
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
