import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand';
import { attemptStore } from '../../late/attempts';

/** While the page is in use, it is asked for at most this often, in milliseconds. */
const CHECK_EVERY_MS = 60 * 60_000;

interface ReleaseState {
  /** Whether the server now has another build of this page than the one that is open. */
  readonly isNewer: boolean;
}

const releaseStore = createStore<ReleaseState>(() => ({ isNewer: false }));
export const useRelease = <T>(select: (state: ReleaseState) => T): T => useStore(releaseStore, select);

/** The addresses of the page's own scripts, each of which holds a hash of its content. */
const ownScripts = (): string[] =>
  [...document.querySelectorAll('script[type="module"]')].flatMap((script) => script.getAttribute('src') ?? []);

/**
 * Whether this is the page of another build: it has our root element, and other scripts. Anything else that a server may
 * send in its place, such as the page of a hotel's network, is not.
 */
export const isOtherBuild = (html: string, scripts: readonly string[]): boolean =>
  html.includes('<div id="root">') &&
  html.includes('<script type="module"') &&
  !scripts.every((script) => html.includes(script));

async function check(): Promise<void> {
  const scripts = ownScripts();
  if (scripts.length === 0 || releaseStore.getState().isNewer) return;
  try {
    const answer = await fetch(location.pathname, { cache: 'no-cache' });
    if (answer.ok && isOtherBuild(await answer.text(), scripts)) releaseStore.setState({ isNewer: true });
  } catch {
    // Without a network there is nothing to compare with.
  }
}

/** Notices a new release: when a part of the page cannot be loaded, and when the user comes back to the page. */
export function watchRelease(): void {
  let lastCheck = performance.now();
  const checkNow = () => {
    lastCheck = performance.now();
    void check();
  };
  attemptStore.subscribe(({ failedLoads }, before) => {
    if (failedLoads > before.failedLoads) checkNow();
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible' && performance.now() - lastCheck > CHECK_EVERY_MS) checkNow();
  });
}
