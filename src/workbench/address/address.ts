import {
  decodeLink,
  encodeLink,
  fitScreen,
  screenDefaults,
  defaultLossScale,
  tidyLink,
  type LinkState,
  type ScreenFields,
} from '../../experiment';
import { complaint, type Complaint } from '../../experiment/core/complaints';
import type { Experiment } from '../../experiment/core/types';
import { browserLanguage } from '../../language';
import { loadForAction } from '../../late/loadOnce';
import { awaitedNow } from '../stores/awaited';
import { currentExperiment, edit, experimentStore, forgetHistory } from '../stores/experimentStore';
import { wantsLessMotion } from '../stores/lessMotion';
import { preferenceStore, setLanguage } from '../stores/preferences';
import { resultStore } from '../stores/resultStore';
import { screenStore, setScreen, type ScreenState } from '../stores/screenStore';
import { endPlaylistOffer } from '../arrivals/arrivalStore';
import { keepUserData, restoreUserData } from '../device/userData';
import { pageAddress, setAddressWriter } from './currentAddress';

/**
 * Milliseconds without a change before the address bar is updated, and the most milliseconds that a change waits while
 * others follow, as they do while a run plays. Browsers limit how often the address may change.
 */
const QUIET_MS = 250;
const LONGEST_WAIT_MS = 1000;

/** The state of the page as a link carries it. */
export function linkState(): LinkState {
  const experiment = currentExperiment();
  const { language } = preferenceStore.getState();
  const userData = awaitedNow();
  return {
    experiment,
    ...(userData && { userData }),
    ...fitScreen(screenStore.getState(), experiment),
    ...(language !== browserLanguage() && { language }),
  };
}

/** The address of a link's fragment. */
export const addressOf = (fragment: string): string => `${pageAddress()}#${fragment}`;

const writeAddress = (): string => addressOf(encodeLink(linkState()));

/**
 * The address that opens what is on the screen with some of it changed.
 * @param isTidy whether its long numbers are shortened
 */
export function sharedAddress(change: Partial<LinkState>, isTidy: boolean): string {
  const fragment = encodeLink({ ...linkState(), ...change });
  return addressOf(isTidy ? tidyLink(fragment) : fragment);
}

/** The address that opens an experiment, with the rest of the screen at its defaults. */
export const addressOfExperiment = (experiment: Experiment): string =>
  addressOf(encodeLink({ experiment, lossScale: defaultLossScale(experiment.problem), lossAxis: 'step' }));

/**
 * Shows the experiment and the screen of a link, and lists what was wrong with the link. Resolves when the page's
 * texts are in the link's language.
 */
export async function openFragment(fragment: string): Promise<void> {
  const { state, complaints, nothingValid } = decode(fragment);
  setScreen({ complaints, nothingValid });
  if (nothingValid) return;
  if (state.playlist !== undefined) return offerPlaylist(state.playlist);
  endPlaylistOffer();
  await openState(state, fragment);
  if (state.language) await setLanguage(state.language);
}

const loadPlaylistOffer = loadForAction(() => import('../arrivals/takePlaylist'));

/**
 * A link with a playlist takes nothing off the screen: the user is asked what to do with it. A page that it opens shows its first
 * picture meanwhile.
 */
async function offerPlaylist(packed: string): Promise<void> {
  const { takePackedPlaylist } = await loadPlaylistOffer();
  const first = await takePackedPlaylist(packed);
  if (first && resultStore.getState().traced === null) await openState(first.state, first.link);
}

/** The screen fields of a link, without what else it carries. */
const screenOf = (state: LinkState): Partial<ScreenFields> =>
  Object.fromEntries(Object.entries(state).filter(([name]) => Object.hasOwn(screenDefaults, name)));

/**
 * Shows what a link says.
 * @param fragment the link, by which user data on this device are found
 * @param changes what of the screen is to be otherwise
 */
export async function openState(state: LinkState, fragment: string, changes: Partial<ScreenState> = {}): Promise<void> {
  const { experiment, userData } = state;
  const restored = userData ? await restoreUserData(userData, fragment) : null;
  const awaiting = userData && !restored ? { ...userData, shown: experiment } : null;
  if (awaiting) complainOfMissing(awaiting.name);
  show(restored ?? experiment, { ...screenOf(state), ...(state.plays && playback(state.step)), awaiting, ...changes });
}

/** Shows an experiment with the rest of the screen at its defaults, and lists what was wrong with it. */
export function openExperiment(experiment: Experiment, complaints: readonly Complaint[]): void {
  setScreen({ complaints, nothingValid: false });
  show(experiment, { lossScale: defaultLossScale(experiment.problem) });
}

/** Plays from a step on; those who asked for less motion see the end of it. */
const playback = (from: number | null = null): Partial<ScreenState> =>
  wantsLessMotion() ? { step: null } : { step: from ?? 0, playing: true };

function show(experiment: Experiment, screen: Partial<ScreenState>): void {
  edit(experiment);
  const opened = screenStore.getState().opened + 1;
  setScreen({
    ...screenDefaults,
    playing: false,
    awaiting: null,
    ...screen,
    planeDuringDrag: null,
    hovered: null,
    opened,
  });
}

function complainOfMissing(name: string): void {
  const { complaints } = screenStore.getState();
  const { header } = preferenceStore.getState().messages;
  const missing = complaint('data', name, 'dataElsewhere', { allowed: header.ownData });
  setScreen({ complaints: [...complaints, missing] });
}

/**
 * What a link says. `nothingValid` is true if the link has complaints and otherwise says the same as an empty one;
 * the screen then stays as it is.
 */
function decode(fragment: string) {
  const { state, complaints } = decodeLink(fragment);
  const empty = encodeLink(decodeLink('').state);
  return { state, complaints, nothingValid: complaints.length > 0 && encodeLink(state) === empty };
}

/** Opens the link in an address, once: the embed does not write its own. */
export async function openLink(address: string): Promise<void> {
  setAddressWriter(writeAddress);
  const { hash } = new URL(address);
  if (hash.length > 1) await openFragment(hash.slice(1));
}

/**
 * Opens the link that the page was opened with. From then on, keeps the address bar up to date without adding entries
 * to the browser's history, and opens every link that is put into it. Resolves when the page's texts are in the first
 * link's language.
 */
export async function followAddress(): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waitingSince: number | null = null;
  const write = () => {
    waitingSince = null;
    const fragment = encodeLink(linkState());
    history.replaceState(null, '', addressOf(fragment));
    void keepUserData(currentExperiment(), fragment);
  };
  const writeSoon = () => {
    clearTimeout(timer);
    waitingSince ??= performance.now();
    timer = setTimeout(write, Math.min(QUIET_MS, waitingSince + LONGEST_WAIT_MS - performance.now()));
  };
  const open = async (address: string) => {
    await openLink(address);
    writeSoon();
  };
  // The address is read from the event, because by then the timer may have written the old address back into the
  // address bar.
  window.addEventListener('hashchange', ({ newURL }) => void open(newURL));
  for (const store of [experimentStore, screenStore, preferenceStore]) store.subscribe(writeSoon);
  await open(location.href);
  forgetHistory();
}
