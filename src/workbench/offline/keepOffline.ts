import { Workbox } from 'workbox-window';
import { announceRelease, setReleaseCheck } from '../stores/release';

/**
 * Has the page kept on the device (serviceWorker.ts), and announces a release that waits to be taken. Where the browser does
 * not allow it, as in some private windows, the page needs a network as before.
 */
export async function keepOffline(): Promise<void> {
  const worker = new Workbox('./serviceWorker.js');
  worker.addEventListener('waiting', () =>
    announceRelease(() => {
      worker.addEventListener('controlling', () => location.reload());
      worker.messageSkipWaiting();
    }),
  );
  try {
    await worker.register();
  } catch {
    return;
  }
  // The page that is on the device would be compared with itself: the browser looks for a newer service worker instead.
  if (navigator.serviceWorker.controller) setReleaseCheck(() => worker.update());
}
