import { wellFormed } from './linkText';

/*
 * Words that the user has typed, in a link. Percent codes would not survive: repair.ts takes an encoded `&` for a separator
 * and encoded Chinese punctuation for the end of the link, because chat programs put both there. So only letters, digits,
 * `-`, `,` and `.` are written: a blank is `-`, and between two full stops stand the code points of everything else, in
 * base 36. `Too fast? 太快` is `Too-fast.1r.-.hm2,iy3`.
 */

const BASE = 36;
const plain = /^[A-Za-z0-9 ]$/;

/** A text as written in a link; its last character is a letter or a digit, unless the text ends in a blank. */
export function encodeProse(text: string): string {
  let encoded = '';
  let isCoded = false;
  for (const character of wellFormed(text)) {
    const isPlain = plain.test(character);
    if (isPlain === isCoded) encoded += '.';
    else if (isCoded) encoded += ',';
    encoded += isPlain ? character.replace(' ', '-') : (character.codePointAt(0) ?? 0).toString(BASE);
    isCoded = !isPlain;
  }
  return encoded;
}

/** The text; undefined if it is not written so. */
export function decodeProse(text: string): string | undefined {
  const decoded = text.split('.').map((part, i) => (i % 2 === 0 ? decodePlain(part) : decodeCodes(part)));
  return decoded.includes(undefined) ? undefined : decoded.join('');
}

const decodePlain = (part: string): string | undefined =>
  /^[A-Za-z0-9-]*$/.test(part) ? part.replaceAll('-', ' ') : undefined;

const LAST_CODE_POINT = 0x10ffff;
/** Halves of surrogate pairs, which are no characters. */
const isSurrogate = (code: number): boolean => code >= 0xd800 && code <= 0xdfff;

function decodeCodes(part: string): string | undefined {
  const codes = part.split(',').map((code) => (/^[0-9a-z]{1,5}$/.test(code) ? parseInt(code, BASE) : Infinity));
  return codes.every((code) => code <= LAST_CODE_POINT && !isSurrogate(code))
    ? String.fromCodePoint(...codes)
    : undefined;
}
