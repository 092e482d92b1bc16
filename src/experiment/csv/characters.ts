/**
 * The text of a cell in the plain characters that numbers are written in: full-width digits and signs, every kind of minus
 * and every kind of space become those of ASCII.
 */
export function plainCharacters(cell: string): string {
  if (ASCII.test(cell)) return cell;
  return cell
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .replace(MINUS, '-')
    .replace(SPACE, ' ')
    .replace(APOSTROPHE, "'")
    .trim();
}

const ASCII = /^[\x20-\x7e]*$/;
/** Characters without a width that spreadsheets and web pages leave in cells. */
const INVISIBLE = /[\u200b-\u200f\u2060\ufeff\u202a-\u202e]/g;
const MINUS = /[\u2010-\u2015\u2212\ufe58\ufe63]/g;
const SPACE = /\s/g;
const APOSTROPHE = /[\u2018\u2019\u02bc]/g;
