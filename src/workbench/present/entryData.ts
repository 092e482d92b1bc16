import type { LinkState } from '../../experiment';
import type { PlaylistEntry } from '../../experiment/playlist/types';
import { restoreUserData } from '../device/userData';
import { entryState, linkOfEntry } from '../arrivals/entryState';

/** What entries show whose user data have been read from the device during this talk. */
const onUserData = new Map<PlaylistEntry, LinkState>();

/** What an entry shows, with its user data if they have been read; until then its state names them in `userData`. */
export const stateSoFar = (entry: PlaylistEntry): LinkState | null => onUserData.get(entry) ?? entryState(entry);

/**
 * What an entry shows, with the user data that its link names; without them where they are not on this device.
 * @param hasEnded whether the talk is over: what has been read is not kept then
 */
export async function stateOnUserData(entry: PlaylistEntry, hasEnded = () => false): Promise<LinkState | null> {
  const found = stateSoFar(entry);
  if (found?.userData === undefined) return found;
  const { userData, ...state } = found;
  const experiment = await restoreUserData(userData, linkOfEntry(entry));
  if (!experiment || hasEnded()) return found;
  onUserData.set(entry, { ...state, experiment });
  return stateSoFar(entry);
}

/** Forgets what was read: the next talk reads it again. */
export const forgetEntryData = (): void => onUserData.clear();
