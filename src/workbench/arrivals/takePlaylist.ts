import type { LinkState } from '../../experiment';
import { complaint } from '../../experiment/core/complaints';
import { readPlaylist } from '../../experiment/playlist/playlistJson';
import { unpackPlaylist } from '../../experiment/playlist/playlistLink';
import type { PlaylistEntry } from '../../experiment/playlist/types';
import { setScreen } from '../stores/screenStore';
import { arrivalStore, setArrival } from './arrivalStore';
import { entryState, linkOfEntry } from './entryState';
import { forgetTalk, heldTalk, holdTalk } from './heldTalk';

/**
 * Offers a playlist that came from outside, parsed but not yet read, and lists the entries of it that cannot be used.
 * @returns its first entry, if it has one
 */
export function takePlaylist(value: unknown): PlaylistEntry | undefined {
  const { playlist, complaints } = readPlaylist(value);
  setScreen({ complaints: [], nothingValid: false });
  setArrival({ kind: 'playlist', playlist, complaints, from: null });
  holdTalk({ playlist: value, index: null });
  forgetWhenAnswered();
  return playlist.entries[0];
}

/** Once the user has answered or dismissed the offer, a reload does not bring it back. */
function forgetWhenAnswered(): void {
  const stop = arrivalStore.subscribe(({ arrival }) => {
    if (arrival?.kind === 'playlist') return;
    stop();
    forgetTalk();
  });
}

/** Whether the page was opened by a link or its address, and not by a reload or by going back to it. */
const isOpenedAnew = (): boolean =>
  (performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming | undefined)?.type === 'navigate';

/**
 * Offers again, after a reload, what was offered or presented before it; not where a link has just brought another list. A page
 * that is opened anew in the same tab is about something else.
 */
export function offerHeldTalk(): void {
  const held = heldTalk();
  if (!held || arrivalStore.getState().arrival) return;
  if (isOpenedAnew()) return forgetTalk();
  const { playlist, complaints } = readPlaylist(held.playlist);
  const last = playlist.entries.length - 1;
  if (last < 0) return forgetTalk();
  if (held.index === null) return void takePlaylist(held.playlist);
  setArrival({ kind: 'playlist', playlist, complaints, from: Math.min(held.index, last) });
  // As the end of the presentation would leave it: the address still has the stage.
  setScreen({ stage: null });
  forgetWhenAnswered();
}

/**
 * The same for one that a link holds.
 * @returns what its first entry shows on the workbench, and its link, by which user data are found; null where there is none
 */
export async function takePackedPlaylist(
  packed: string,
): Promise<{ readonly state: LinkState; readonly link: string } | null> {
  const value = await unpackPlaylist(packed);
  if (value === undefined) {
    const damaged = complaint('playlist', packed, 'cutOff', { allowed: 'https://…#v=1&playlist=…' });
    setScreen({ complaints: [damaged], nothingValid: true });
    return null;
  }
  const first = takePlaylist(value);
  const state = first && entryState(first);
  return first && state ? { state: { ...state, stage: null, lesson: null }, link: linkOfEntry(first) } : null;
}
