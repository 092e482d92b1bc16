import fc from 'fast-check';
import { expect } from 'vitest';
import { looksLikePlaylist, readPlaylist, toPlaylistJson } from '../../experiment/playlist/playlistJson';
import { playlistLink, unpackPlaylist } from '../../experiment/playlist/playlistLink';
import { anyFragment } from '../../experiment/testing/arbitraryFragments';
import { anyPlaylist } from '../../experiment/testing/arbitraryPlaylists';
import { changedJson } from '../changedJson';
import { door } from '../door';
import { verdictOf } from '../words';

const written = anyPlaylist.map(toPlaylistJson);
const ofAnyLinks = fc
  .array(
    anyFragment.map((link) => ({ link })),
    { maxLength: 4 },
  )
  .map((entries) => ({ version: 1, playlist: 'Lecture', entries }));

const take = (value: unknown): string => {
  const { playlist, complaints } = readPlaylist(value);
  expect(readPlaylist(toPlaylistJson(playlist))).toEqual({ playlist, complaints: [] });
  looksLikePlaylist(value);
  return verdictOf(complaints);
};

/** Playlists from files. */
export const playlists = door('playlists', fc.oneof(changedJson(written), ofAnyLinks, fc.jsonValue()), take);

const letters = fc.constantFrom('A', 'z', '-', '.', '0', '%', '\ud800', 'eJw');

/** Playlists that links hold, packed. */
export const packedPlaylists = door(
  'packed playlists',
  fc.oneof(fc.tuple(anyPlaylist, fc.array(fc.tuple(fc.nat(), letters), { maxLength: 2 })), fc.string()),
  async (packed) => {
    if (typeof packed === 'string') return takePacked(packed);
    const [playlist, changes] = packed;
    const link = (await playlistLink(playlist)) ?? '';
    const text = link.slice(link.indexOf('playlist=') + 'playlist='.length);
    return takePacked(changes.reduce((old, [at, letter]) => replaced(old, at % old.length, letter), text));
  },
);

const takePacked = async (text: string): Promise<string> => {
  const value = await unpackPlaylist(text);
  return value === undefined ? 'damaged' : take(value);
};

const replaced = (text: string, at: number, letter: string): string => text.slice(0, at) + letter + text.slice(at + 1);
