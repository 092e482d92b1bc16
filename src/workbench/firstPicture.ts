import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { ScreenRequestKind } from '../engine/worker/requests';
import { pending } from './pending';

/*
 * When the page itself has drawn its first picture. What that picture does not need waits for it, because all of the page
 * shares one network and one processor.
 */

/** In a hidden tab nothing is drawn: the rest of the page then waits no longer than this, in milliseconds. */
const LONGEST_WAIT_HIDDEN_MS = 1000;

/** However slow a device is, the rest of the page waits no longer than this, in milliseconds. */
const LONGEST_WAIT_MS = 10_000;

const picture = createStore<{ readonly isShown: boolean }>(() => ({ isShown: false }));

const drawn = pending();
const shown = pending();

/** When the page has drawn it, and it may take the place of the one that the HTML shows. */
export const firstPictureDrawn = drawn.promise;

/** When it is on the screen. */
export const firstPictureShown = shown.promise;

/** Resolves when what is to be drawn has been drawn; in a hidden tab, which has no frames, at once. */
export const afterNextFrame = (): Promise<void> =>
  new Promise((resolve) => {
    const resolveIfHidden = () => document.hidden && resolve();
    requestAnimationFrame(() => setTimeout(resolve));
    document.addEventListener('visibilitychange', resolveIfHidden, { once: true });
    resolveIfHidden();
  });

async function show(): Promise<void> {
  drawn.resolve();
  // After the frame in which it takes the place of the other.
  await afterNextFrame();
  shown.resolve();
  picture.setState({ isShown: true });
}

export const useFirstPictureShown = (): boolean => useStore(picture, ({ isShown }) => isShown);

const missing = new Set<string>(['page', 'trace']);

/** Where the HTML has shown a picture already: the page's own takes its place once it has the curve, too. */
export const waitForCurve = (): void => void missing.add('landscape');

/** To be called when the page is in the document, and when its first request of a kind was answered on the page or left to the worker. */
export function markReadyForFirstPicture(part: 'page' | ScreenRequestKind): void {
  if (!missing.delete(part)) return;
  // After two frames it has been painted.
  if (missing.size === 0) requestAnimationFrame(() => requestAnimationFrame(() => void show()));
}

/** Ends the wait where no picture comes. */
export function limitWaitForFirstPicture(): void {
  const showIfHidden = () => document.hidden && void show();
  setTimeout(showIfHidden, LONGEST_WAIT_HIDDEN_MS);
  document.addEventListener('visibilitychange', showIfHidden);
  void firstPictureShown.then(() => document.removeEventListener('visibilitychange', showIfHidden));
  setTimeout(() => void show(), LONGEST_WAIT_MS);
}

/** Where there is nothing to wait for: an embed's parts load when it comes into sight. */
export const waitForNoFirstPicture = (): void => void show();
