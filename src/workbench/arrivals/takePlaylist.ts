import { complaint } from '../../experiment/core/complaints';
import { readPlaylist } from '../../experiment/playlist/playlistJson';
import { unpackPlaylist } from '../../experiment/playlist/playlistLink';
import { setScreen } from '../stores/screenStore';
import { setArrival } from './arrivalStore';

/** Offers a playlist that came from outside, parsed but not yet read, and lists the entries of it that cannot be used. */
export function takePlaylist(value: unknown): void {
  const { playlist, complaints } = readPlaylist(value);
  setScreen({ complaints: [], nothingValid: false });
  setArrival({ kind: 'playlist', playlist, complaints });
}

/** The same for one that a link holds. */
export async function takePackedPlaylist(packed: string): Promise<void> {
  const value = await unpackPlaylist(packed);
  if (value !== undefined) return takePlaylist(value);
  const damaged = complaint('playlist', packed, 'cutOff', { allowed: 'https://…#v=1&playlist=…' });
  setScreen({ complaints: [damaged], nothingValid: true });
}
