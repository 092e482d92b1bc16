import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { decodeLink, encodeLink, limits } from '../../experiment';
import { linkEntry, readPlaylist, toPlaylistJson } from '../../experiment/playlist/playlistJson';
import type { Playlist, PlaylistEntry } from '../../experiment/playlist/types';
import { keep, readKept } from '../device/device';
import { listenToOtherTabs, tellOtherTabs } from '../device/otherTabs';
import { deviceKeys } from '../device/storedKeys';
import { screenStore } from '../stores/screenStore';

interface Playlists {
  /** At least one. */
  readonly lists: readonly Playlist[];
  /** Index of the list that is open. */
  readonly open: number;
  /** Whether this browser keeps them until the next visit. */
  readonly isKept: boolean;
}

const empty: Playlist = { name: '', entries: [] };

/** The user's playlists, which this device keeps. */
export const playlistStore = createStore<Playlists>(() => ({ lists: [empty], open: 0, isKept: true }));

export const usePlaylists = <T>(select: (state: Playlists) => T): T => useStore(playlistStore, select);

/** The list that is open. */
export const openOf = ({ lists, open }: Playlists): Playlist => lists[open] ?? empty;

export const currentPlaylist = (): Playlist => openOf(playlistStore.getState());
export const usePlaylist = (): Playlist => usePlaylists(openOf);

const KEY = deviceKeys.playlists;

let restored: Promise<void> | null = null;
/** Whether what the device keeps is among the lists. */
let isRestored = false;

/** Brings back what this device has kept, once. What was added meanwhile comes after it. */
export const restorePlaylists = (): Promise<void> => (restored ??= restore());

async function restore(): Promise<void> {
  const found = await readKept(KEY);
  const { lists, open } = asKept(found);
  const kept = lists.map((list) => readPlaylist(list).playlist);
  const added = playlistStore.getState().lists.filter(({ entries }) => entries.length > 0);
  const all = [...kept, ...added];
  if (all.length > 0)
    playlistStore.setState({ lists: all, open: added.length > 0 ? all.length - 1 : Math.min(open, all.length - 1) });
  isRestored = true;
}

/** What was kept is checked like anything from outside. */
function asKept(found: unknown): { readonly lists: readonly unknown[]; readonly open: number } {
  if (typeof found !== 'object' || found === null) return { lists: [], open: 0 };
  const { lists, open }: { lists?: unknown; open?: unknown } = found;
  return {
    lists: Array.isArray(lists) ? Array.from<unknown>(lists) : [],
    open: typeof open === 'number' && Number.isInteger(open) && open >= 0 ? open : 0,
  };
}

function change(change: Pick<Playlists, 'lists' | 'open'>): void {
  playlistStore.setState(change);
  void restorePlaylists()
    .then(() => {
      const { lists, open } = playlistStore.getState();
      const json = lists.map(toPlaylistJson);
      tellOtherTabs({ kind: 'playlists', lists: json });
      return keep(KEY, { lists: json, open });
    })
    .then((isKept) => playlistStore.setState({ isKept }));
}

// All tabs keep one and the same lists: one that knew less would write over what another has added.
listenToOtherTabs((message) => {
  if (message.kind === 'playlists') takeLists(message.lists);
  // A talk that is being given goes on.
  else if (message.name === null && !screenStore.getState().presenting) emptyPlaylists();
});

/** Shows the lists of another tab, and keeps its own place in them. Those that are not restored yet will be what that tab keeps. */
function takeLists(found: readonly unknown[]): void {
  if (!isRestored) return;
  const lists = found.map((list) => readPlaylist(list).playlist);
  if (lists.length === 0) return;
  const { name } = currentPlaylist();
  const { open } = playlistStore.getState();
  // Several lists may have one name: the place is asked first.
  const same = lists[open]?.name === name ? open : lists.findIndex((list) => list.name === name);
  playlistStore.setState({ lists, open: same < 0 ? Math.min(open, lists.length - 1) : same });
}

/** Begins anew without lists, when everything stored is cleared. */
export const emptyPlaylists = (): void => playlistStore.setState({ lists: [empty], open: 0, isKept: true });

export const openPlaylist = (open: number): void => change({ lists: playlistStore.getState().lists, open });

/** Adds a list and opens it; an empty list that is open gives its place to it. */
export function addPlaylist(playlist: Playlist = empty): void {
  const state = playlistStore.getState();
  const isReplaced = openOf(state).entries.length === 0 && playlist.entries.length > 0;
  const lists = isReplaced ? state.lists.with(state.open, playlist) : [...state.lists, playlist];
  change({ lists, open: isReplaced ? state.open : lists.length - 1 });
}

/** Deletes the list that is open. */
export function deletePlaylist(): void {
  const { lists, open } = playlistStore.getState();
  const others = lists.toSpliced(open, 1);
  change({ lists: others.length > 0 ? others : [empty], open: Math.max(0, Math.min(open, others.length - 1)) });
}

/** Puts a deleted list back where it was, and opens it. */
export function putPlaylistBack(playlist: Playlist, index: number): void {
  const { lists } = playlistStore.getState();
  // An empty list stands there where the last one was deleted.
  const others = lists.length === 1 && lists[0] === empty ? [] : lists;
  change({ lists: others.toSpliced(index, 0, playlist), open: Math.min(index, others.length) });
}

function setEntries(entries: readonly PlaylistEntry[]): void {
  const { lists, open } = playlistStore.getState();
  const list = openOf(playlistStore.getState());
  change({ lists: lists.with(open, { ...list, entries: entries.slice(0, limits.playlistEntries.max) }), open });
}

export function renamePlaylist(name: string): void {
  const { lists, open } = playlistStore.getState();
  change({ lists: lists.with(open, { ...currentPlaylist(), name: name.slice(0, limits.playlistName) }), open });
}

export const addEntries = (added: readonly PlaylistEntry[]): void =>
  setEntries([...currentPlaylist().entries, ...added]);

export const deleteEntry = (index: number): void => setEntries(currentPlaylist().entries.toSpliced(index, 1));

export const renameEntry = (index: number, name: string): void =>
  changeEntry(index, (entry) => ({ ...entry, name: name.slice(0, limits.playlistName) }));

/** Lets a picture open at a step; a lesson's has steps of its own. */
export const setEntryStep = (index: number, step: number): void =>
  changeEntry(index, (entry) =>
    entry.kind === 'link'
      ? linkEntry(encodeLink({ ...decodeLink(entry.link).state, step: step === 0 ? null : step }), entry.name)
      : entry,
  );

function changeEntry(index: number, change: (entry: PlaylistEntry) => PlaylistEntry): void {
  const { entries } = currentPlaylist();
  const entry = entries[index];
  if (!entry) return;
  const changed = change(entry);
  keys.set(changed, keyOfEntry(entry));
  setEntries(entries.with(index, changed));
}

/** Puts an entry where another stands, which makes room for it. */
export function moveEntry(from: number, to: number): void {
  const { entries } = currentPlaylist();
  const entry = entries[from];
  if (!entry || to < 0 || to >= entries.length) return;
  setEntries(entries.toSpliced(from, 1).toSpliced(to, 0, entry));
}

const keys = new WeakMap<PlaylistEntry, string>();
let made = 0;

/** A key that an entry keeps when it is moved and renamed, by which the page knows its row. */
export function keyOfEntry(entry: PlaylistEntry): string {
  const key = keys.get(entry) ?? `entry-${(made += 1)}`;
  keys.set(entry, key);
  return key;
}
