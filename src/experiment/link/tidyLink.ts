import { decodeLink } from './link';
import { encodeNumber } from './linkText';

/** The fields of a link that hold no numbers to shorten: names, texts, formulas and keys. */
const untouched = /^(?:v|f|vars|rule|data|title|note|lesson|question|stage|plot|seed)=/;

/** A number between separators that is not whole. */
const fraction = /(?<=[=,;])-?(?:\d+\.\d+(?:e-?\d+)?|\d+e-\d+)(?=[,;&]|$)/g;

/** Digits that are kept of a number's distance to the nearest whole number: 0.9995 is not 1. */
const DIGITS = 3;

/**
 * A link with shorter numbers, for people to read. It opens runs a little different from those of the exact link. Where
 * shortening would make a number invalid, the link is returned as it is.
 */
export function tidyLink(fragment: string): string {
  const tidy = fragment
    .split('&')
    .map((field) => (untouched.test(field) ? field : field.replace(fraction, (text) => tidyNumber(Number(text)))))
    .join('&');
  return decodeLink(tidy).complaints.length > decodeLink(fragment).complaints.length ? fragment : tidy;
}

function tidyNumber(x: number): string {
  const nearest = Math.round(x);
  const rest = Number((x - nearest).toPrecision(DIGITS));
  if (nearest === 0 || rest === 0) return encodeNumber(nearest + rest);
  const decimals = DIGITS - 1 - Math.floor(Math.log10(Math.abs(rest)));
  return encodeNumber(Number((nearest + rest).toFixed(decimals)));
}
