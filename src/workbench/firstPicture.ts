import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { ScreenRequestKind } from '../engine/worker/requests';

/*
 * When the page itself has drawn its first picture. What that picture does not need waits for it, because all of the page
 * shares one network and one processor.
 */

/** In a hidden tab nothing is drawn: the rest of the page then waits no longer than this, in milliseconds. */
const LONGEST_WAIT_HIDDEN_MS = 1000;

/** However slow a device is, the rest of the page waits no longer than this, in milliseconds. */
const LONGEST_WAIT_MS = 10_000;

const picture = createStore<{ readonly isShown: boolean }>(() => ({ isShown: false }));

/** A promise, and what keeps it. */
function pending(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

const drawn = pending();
const shown = pending();

/** When the page has drawn it, and it may take the place of the one that the HTML shows. */
export const firstPictureDrawn = drawn.promise;

/** When it is on the screen. */
export const firstPictureShown = shown.promise;

function show(): void {
  drawn.resolve();
  const goOn = () => {
    shown.resolve();
    picture.setState({ isShown: true });
  };
  // After the frame in which it takes its place; in a hidden tab there are no frames.
  if (document.hidden) goOn();
  else requestAnimationFrame(() => setTimeout(goOn));
}

export const useFirstPictureShown = (): boolean => useStore(picture, ({ isShown }) => isShown);

const missing = new Set<string>(['page', 'trace']);

/** For a picture that the HTML has shown already: the page's own is none before it has the curve, too. */
export const waitForCurve = (): void => void missing.add('landscape');

/** To be called when the page is in the document, and when its first request of a kind was answered on the page or left to the worker. */
export function isReadyForFirstPicture(part: 'page' | ScreenRequestKind): void {
  if (!missing.delete(part)) return;
  // The frame that begins next draws it; the one after that has been preceded by it.
  if (missing.size === 0) requestAnimationFrame(() => requestAnimationFrame(show));
}

/** Ends the wait where no picture comes. */
export function limitWaitForFirstPicture(): void {
  const showIfHidden = () => document.hidden && show();
  setTimeout(showIfHidden, LONGEST_WAIT_HIDDEN_MS);
  document.addEventListener('visibilitychange', showIfHidden, { once: true });
  setTimeout(show, LONGEST_WAIT_MS);
}

/** Where there is nothing to wait for: an embed's parts load when it comes into sight. */
export const waitForNoFirstPicture = show;
