import fc from 'fast-check';
import { limits } from '../core/limits';
import { linkEntry } from '../playlist/playlistJson';
import type { Playlist, PlaylistEntry } from '../playlist/types';

/** Links that a playlist may hold. */
export const listedLinks = [
  'v=1',
  'v=1&p=beale&r=adam;lr=0.1',
  'v=1&p=booth&stage=path,loss;0.lr',
  'v=1&lesson=batch-sizes',
];

const name = fc
  .string({ maxLength: limits.playlistName, unit: 'grapheme' })
  .map((text) => text.trim().slice(0, 40).trim());

const entry: fc.Arbitrary<PlaylistEntry> = fc.oneof(
  fc.record({
    kind: fc.constant('link' as const),
    name,
    link: fc.constantFrom(...listedLinks).map((l) => decodedLink(l)),
  }),
  fc.record({ kind: fc.constant('lesson' as const), name, lesson: fc.constantFrom('batch-sizes', 'no-such-lesson') }),
);

const decodedLink = (link: string): string => {
  const made = linkEntry(link);
  return made.kind === 'link' ? made.link : '';
};

export const anyPlaylist: fc.Arbitrary<Playlist> = fc.record({ name, entries: fc.array(entry, { maxLength: 12 }) });
