import * as v from 'valibot';
import type { Complaint } from '../core/complaints';
import { expect, textUpTo } from '../core/expectations';
import { limits } from '../core/limits';
import type { LinkState } from '../core/screenState';
import { Reader } from '../json/reader';
import { findLink } from '../link/findLink';
import { lessonKey } from '../link/lessonKey';
import { decodeLink, encodeLink } from '../link/link';
import type { Playlist, PlaylistEntry } from './types';

const PLAYLIST_VERSION = 1;

/** The public form of a playlist (docs/experiment-format.md). */
export function toPlaylistJson({ name, entries }: Playlist): object {
  return { version: PLAYLIST_VERSION, playlist: name, entries: entries.map(toEntryJson) };
}

function toEntryJson({ name, ...entry }: PlaylistEntry): object {
  const what = entry.kind === 'link' ? { link: entry.link } : { lesson: entry.lesson };
  return { ...(name !== '' && { name }), ...what };
}

/** Whether a value from outside is meant as a playlist. */
export const looksLikePlaylist = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'playlist' in value && 'entries' in value;

interface PlaylistRead {
  readonly playlist: Playlist;
  readonly complaints: readonly Complaint[];
}

/**
 * Reads a playlist from outside. Never throws: an entry that cannot be used is left out with a complaint that names it, and
 * the others are kept.
 */
export function readPlaylist(value: unknown): PlaylistRead {
  const reader = new Reader();
  const fields = reader.fields('', value, ['version', 'playlist', 'entries']);
  const version = fields?.get('version');
  if (typeof version === 'number' && version > PLAYLIST_VERSION)
    reader.add('version', version, 'newerLink', { max: PLAYLIST_VERSION });
  const name = reader.read('playlist', fields?.get('playlist'), nameText, '');
  const listed = fields && reader.list('entries', fields.get('entries'), limits.playlistEntries);
  const read = (listed ?? []).map((entry, i) => readEntry(entry, `entries.${i}`));
  return {
    playlist: { name: name.trim(), entries: read.flatMap(({ entry }) => (entry ? [entry] : [])) },
    complaints: [...reader.complaints, ...read.flatMap(({ complaints }) => complaints)].slice(0, limits.complaints),
  };
}

const nameText = textUpTo(limits.playlistName);

/** A link, with or without the address before it, as its fragment. */
const linkText = expect(
  v.pipe(
    v.string(),
    v.maxLength(2 * limits.linkLength),
    v.check((text) => findLink(text) !== null),
    v.transform((text) => findLink(text) ?? ''),
  ),
  'choice',
  { allowed: 'https://…#v=1&…' },
);

interface EntryRead {
  readonly entry: PlaylistEntry | null;
  readonly complaints: readonly Complaint[];
}

function readEntry(value: unknown, field: string): EntryRead {
  const reader = new Reader();
  const fields = reader.fields(field, value, ['name', 'link', 'lesson']);
  if (!fields) return { entry: null, complaints: reader.complaints };
  const name = reader.read(`${field}.name`, fields.get('name'), nameText, '').trim();
  const lesson = fields.get('lesson');
  if (lesson !== undefined) {
    const key = reader.read(`${field}.lesson`, lesson, lessonKey, null);
    return { entry: key === null ? null : { kind: 'lesson', name, lesson: key }, complaints: reader.complaints };
  }
  const fragment = reader.required(`${field}.link`, fields.get('link'), linkText);
  const { link, complaints } = fragment === null ? { link: null, complaints: [] } : readLinkOf(fragment);
  return {
    entry: link === null ? null : { kind: 'link', name, link },
    complaints: [
      ...reader.complaints,
      ...complaints.map((complaint) => ({ ...complaint, field: `${field}.${complaint.field}` })),
    ],
  };
}

function withoutLanguage(state: LinkState): LinkState {
  const shown: { -readonly [K in keyof LinkState]: LinkState[K] } = { ...state };
  delete shown.language;
  delete shown.playlist;
  return shown;
}

/**
 * The link as the page would write it, without what was wrong with it; null where nothing in it can be used. The language of
 * a talk is the page's, so the link's is left out, and a playlist in a playlist is no picture.
 */
function readLinkOf(fragment: string): { link: string | null; complaints: readonly Complaint[] } {
  const { state, complaints } = decodeLink(fragment);
  const link = encodeLink(withoutLanguage(state));
  const isEmpty = complaints.length > 0 && link === encodeLink(decodeLink('').state);
  return { link: isEmpty ? null : link, complaints };
}

/** The link of a screen as an entry, which a playlist holds without language. */
export const linkEntry = (fragment: string, name = ''): PlaylistEntry => ({
  kind: 'link',
  name,
  link: readLinkOf(fragment).link ?? 'v=1',
});
