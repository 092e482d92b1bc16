import fc from 'fast-check';
import { expect, test } from 'vitest';
import { limits } from '../core/limits';
import { sentence } from '../core/sentences';
import { decodeLink } from '../link/link';
import { linkEntry, readPlaylist, toPlaylistJson } from './playlistJson';
import { playlistLink, unpackPlaylist } from './playlistLink';
import { anyPlaylist, listedLinks } from '../testing/arbitraryPlaylists';
import type { Playlist } from './types';

test('a playlist is read back from its file and from its link, word for word', async () => {
  await fc.assert(
    fc.asyncProperty(anyPlaylist, async (list) => {
      expect(readPlaylist(JSON.parse(JSON.stringify(toPlaylistJson(list))))).toEqual({
        playlist: list,
        complaints: [],
      });
      const link = await playlistLink(list);
      const { state, complaints } = decodeLink(link ?? '');
      expect(complaints).toEqual([]);
      expect(readPlaylist(await unpackPlaylist(state.playlist ?? '')).playlist).toEqual(list);
    }),
    { numRuns: 100 },
  );
});

test('an entry without a name of its own has none in the file', () => {
  const list: Playlist = { name: 'Lecture', entries: [linkEntry('v=1&p=beale'), linkEntry('v=1&p=booth', 'Booth')] };
  expect(toPlaylistJson(list)).toMatchObject({
    playlist: 'Lecture',
    entries: [{ link: 'v=1&p=beale' }, { name: 'Booth' }],
  });
  expect(JSON.stringify(toPlaylistJson(list)).match(/"name"/g)).toHaveLength(1);
});

test('what a chat program glues to the end of its link is left out', async () => {
  const list: Playlist = { name: '第三讲', entries: [linkEntry('v=1&p=beale', 'Beale')] };
  for (const tail of ['.', ')', '。', '>', '  ']) {
    const { state } = decodeLink(`#${(await playlistLink(list)) ?? ''}${tail}`);
    expect(readPlaylist(await unpackPlaylist(state.playlist ?? '')).playlist).toEqual(list);
  }
});

test('entries that cannot be used are named, and the good ones are kept in their order', () => {
  const { playlist: read, complaints } = readPlaylist({
    version: 1,
    playlist: 'Lecture',
    entries: [
      { lesson: 'batch-sizes' },
      { lesson: 'NOT A KEY' },
      { link: 'https://example.org/#v=1&p=booth', name: 'Booth' },
      { link: 'hello' },
      7,
      { name: 'nothing' },
      { link: 'v=1&p=no-such-problem' },
      { link: 'v=1&p=beale&n=-4' },
      { link: 'v=1&p=beale', name: 5, colour: 'red' },
    ],
  });
  expect(read.entries).toEqual([
    { kind: 'lesson', name: '', lesson: 'batch-sizes' },
    { kind: 'link', name: 'Booth', link: 'v=1&p=booth' },
    { kind: 'link', name: '', link: 'v=1&p=beale' },
    { kind: 'link', name: '', link: 'v=1&p=beale' },
  ]);
  const sentences = complaints.map(sentence).join('\n');
  for (const field of [
    'entries.1.lesson',
    'entries.3.link',
    'entries.4',
    'entries.5.link',
    'entries.6.problem',
    'entries.7.steps',
    'entries.8.name',
    'entries.8.colour',
  ])
    expect(sentences).toContain(field);
});

test('a playlist in a link that was cut or changed is not taken for another one', async () => {
  const list: Playlist = { name: 'Lecture', entries: listedLinks.map((link) => linkEntry(link)) };
  const text = decodeLink((await playlistLink(list)) ?? '').state.playlist ?? '';
  for (let at = 0; at < text.length; at += 7) {
    expect(await unpackPlaylist(text.slice(0, at))).toBeUndefined();
    const other = text[at] === 'A' ? 'B' : 'A';
    const found = await unpackPlaylist(text.slice(0, at) + other + text.slice(at + 1));
    if (found !== undefined) expect(readPlaylist(found).playlist).toEqual(list);
  }
});

/** A text, or bytes that are none, as a link holds it. */
async function packed(content: string | Uint8Array<ArrayBuffer>): Promise<string> {
  const stream = new Blob([content]).stream().pipeThrough(new CompressionStream('deflate'));
  const bytes = Buffer.from(await new Response(stream).arrayBuffer());
  return `${bytes.toString('base64').replace(/\+/g, '-').replace(/\//g, '.').replace(/=+$/, '')}z`;
}

test('what would fill the memory when unpacked is refused: more than four million bytes', async () => {
  const text = 'a'.repeat(4e6 - 2);
  expect((await unpackPlaylist(await packed(`"${text}"`))) === text).toBe(true);
  expect(await unpackPlaylist(await packed(`"${text}a"`))).toBeUndefined();
});

test('characters of several bytes are whole, wherever the parts begin in which a long text is unpacked', async () => {
  const text = `a${'第🎓'.repeat(1e5)}`;
  expect((await unpackPlaylist(await packed(`"${text}"`))) === text).toBe(true);
});

test('bytes that are no text are refused', async () => {
  const bytes = (...numbers: readonly number[]) => packed(Uint8Array.from(numbers));
  expect(await unpackPlaylist(await bytes(0x22, 0x61, 0x22))).toBe('a');
  // A byte that begins nothing, and half a character behind the text.
  expect(await unpackPlaylist(await bytes(0x22, 0xff, 0x22))).toBeUndefined();
  expect(await unpackPlaylist(await bytes(0x22, 0x61, 0x22, 0xe7))).toBeUndefined();
});

test('a list that is too long for a link has none', async () => {
  const random = Array.from({ length: 12 * limits.playlistEntries.max }, (_, i) =>
    linkEntry(
      `v=1&p=beale&s=${Math.sin(i)},${Math.cos(i)}&r=adam;lr=${Math.abs(Math.sin(3 * i))}&seed=${i * 7919}&r=sgd;lr=${Math.abs(Math.cos(5 * i)) / 7}`,
    ),
  );
  expect((await playlistLink({ name: '', entries: random })) === null).toBe(true);
});
