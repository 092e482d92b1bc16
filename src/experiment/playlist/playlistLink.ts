import { limits } from '../core/limits';
import { toPlaylistJson } from './playlistJson';
import type { Playlist } from './types';

/**
 * The most bytes that a packed playlist may have when unpacked: a few bytes can hold many, and what comes in a link must not
 * fill the memory.
 */
const MOST_BYTES = 4e6;

/** The last character: a link ends with a letter or a digit, because programs leave other characters out of it. */
const END = 'z';

/** The fragment of the link that holds a playlist, packed; null where it would be too long for a link. */
export async function playlistLink(playlist: Playlist): Promise<string | null> {
  const link = `v=1&playlist=${await packed(JSON.stringify(toPlaylistJson(playlist)))}`;
  return link.length <= limits.linkLength ? link : null;
}

/** A text as letters, digits, `-` and `.`: deflated (RFC 1950, with its checksum), then base64 in characters that links keep. */
async function packed(text: string): Promise<string> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate'));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replace(/\+/g, '-').replace(/\//g, '.').replace(/=+$/, '') + END;
}

/** What `playlistLink` packed, parsed but not yet read; undefined where it is damaged or too large. */
export async function unpackPlaylist(text: string): Promise<unknown> {
  if (!text.endsWith(END)) return undefined;
  try {
    const base64 = text.slice(0, -END.length).replace(/-/g, '+').replace(/\./g, '/');
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'));
    return JSON.parse(await textOf(stream)) as unknown;
  } catch {
    // Not base64, not deflated, cut off, too large or not JSON: in any case not what was packed.
    return undefined;
  }
}

/** The text of a stream. Throws where it is longer than the limit. */
async function textOf(stream: ReadableStream<Uint8Array>): Promise<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let length = 0;
  let text = '';
  const reader = stream.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    length += part.value.length;
    if (length > MOST_BYTES) {
      await reader.cancel();
      throw new RangeError('too large');
    }
    text += decoder.decode(part.value, { stream: true });
  }
  return text + decoder.decode();
}
