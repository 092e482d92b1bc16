/**
 * A text as written in a link: only letters, digits and `- . , ; = &` stay as they are, and the last character is a letter
 * or a digit. Chat programs find the end of an address by a pattern that excludes brackets, `*`, `^` and final punctuation.
 */
export function encodeText(text: string): string {
  const encoded = encodeURIComponent(wellFormed(text)).replace(/[!'()*_~]/g, percent);
  return encoded.replace(/[-.]$/, percent);
}

/** The text with U+FFFD for each half of a surrogate pair that stands alone, which has no percent code. */
export const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\uFFFD');

const percent = (character: string): string => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;

/** The shortest text that reads back as the same number, without a `+`, which some programs take for a space: `1e21`. */
export const encodeNumber = (x: number): string => String(x).replace('+', '');

const NUMBER = /^-?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/;

/** A number if the text is one; otherwise the text itself, which the complaint then shows. */
export const decodeValue = (text: string): number | string => (NUMBER.test(text) ? Number(text) : text);
