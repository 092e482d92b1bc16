/**
 * How values are written in a link. Only letters, digits and `- . , ; = &` stand in it as they are, and it ends with a
 * letter or a digit: chat programs find the end of an address by a pattern, and leave out brackets, `*`, `^` and
 * punctuation at the end.
 */
export function encodeText(text: string): string {
  const encoded = encodeURIComponent(text).replace(/[!'()*_~]/g, percent);
  return encoded.replace(/[-.]$/, percent);
}

const percent = (character: string): string => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;

/** The shortest text that reads back as the same number, without the `+` that some programs take for a space: `1e21`. */
export const encodeNumber = (x: number): string => String(x).replace('+', '');

const NUMBER = /^-?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/;

/** A number where the text is one, else the text itself: what reads it then complains with what was written. */
export const decodeValue = (text: string): number | string => (NUMBER.test(text) ? Number(text) : text);
