import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand';
import { attemptStore } from '../../late/attempts';

/** While the page is in use, it is asked for at most this often, in milliseconds. */
const CHECK_EVERY_MS = 60 * 60_000;

interface ReleaseState {
  /** Whether there is another build of this page than the one that is open. */
  readonly isNewer: boolean;
  /** Opens that build. */
  readonly take: () => void;
}

const releaseStore = createStore<ReleaseState>(() => ({ isNewer: false, take: () => location.reload() }));
export const useRelease = <T>(select: (state: ReleaseState) => T): T => useStore(releaseStore, select);

/** Says that there is a newer build, and how it is taken. */
export const announceRelease = (take: ReleaseState['take']): void => releaseStore.setState({ isNewer: true, take });

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

async function compareWithServer(): Promise<void> {
  const scripts = ownScripts();
  if (scripts.length === 0) return;
  const answer = await fetch(location.pathname, { cache: 'no-cache' });
  if (answer.ok && isOtherBuild(await answer.text(), scripts)) releaseStore.setState({ isNewer: true });
}

let check: () => Promise<void> = compareWithServer;

/** Replaces how a newer build is looked for. @param looker announces what it finds; it may reject without a network */
export const setReleaseCheck = (looker: () => Promise<void>): void => {
  check = looker;
};

/** Notices a new release: when a part of the page cannot be loaded, and when the user comes back to the page. */
export function watchRelease(): void {
  let lastCheck = performance.now();
  const checkNow = () => {
    lastCheck = performance.now();
    if (releaseStore.getState().isNewer) return;
    // Without a network there is nothing to compare with.
    check().catch(() => undefined);
  };
  attemptStore.subscribe(({ failedLoads }, before) => {
    if (failedLoads > before.failedLoads) checkNow();
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible' && performance.now() - lastCheck > CHECK_EVERY_MS) checkNow();
  });
}
