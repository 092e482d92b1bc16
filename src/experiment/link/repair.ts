import { wellFormed } from './linkText';

/**
 * Undoes what chat programs, mail programs and copying by hand do to a link. Each rule relies on what `encodeLink` never
 * writes: a percent sign of a text, an encoded `&`, a plain blank, or a last character other than a letter or a digit.
 */
export function repairFragment(fragment: string): string {
  const plain = ['#', '%23', '%2523'].reduce((text, sign) => withoutStart(text, sign), wellFormed(fragment.trim()));
  return withoutTail(withSeparators(withoutBlanks(encodedOnce(plain))));
}

const withoutStart = (text: string, start: string): string =>
  text.startsWith(start) ? text.slice(start.length) : text;

/** `%253B` as `%3B`, however often it was encoded. */
const encodedOnce = (text: string): string => text.replace(/%(?:25)+(?=[0-9a-f]{2})/gi, '%');

/** Without line ends, zero-width characters, and blanks after a separator. A typed loss may hold encoded blanks, which stay. */
const withoutBlanks = (text: string): string =>
  text
    .replace(/\s+|[\u200B-\u200D\u2060\uFEFF]|%E2%80%8[BCD]|%E2%81%A0|%EF%BB%BF/gi, '')
    .replace(/([&;])(?:%20)+/g, '$1');

/** `&` where it was encoded or became `&amp;`. Of a link that was encoded whole, a plain `&` ends it: it belongs to the address around it. */
function withSeparators(text: string): string {
  const whole = /^\w+%3D/i.test(text) && /%26/.test(text) ? (text.split('&')[0] ?? '') : text;
  return whole.replace(/(?:&|%26)amp(?:;|%3B)/gi, '&').replace(/%26/g, '&');
}

const percentCodes = (characters: string): string[] => [...characters].map((one) => encodeURIComponent(one));

/** Punctuation of Chinese text: nothing after it belongs to the link. */
const CHINESE = '。，、；：！？（）【】「」『』《》〈〉“”‘’…';
const chineseTail = new RegExp(`(?:[${CHINESE}]|${percentCodes(CHINESE).join('|')}).*$`, 'i');

/** Characters at the end that belong to the sentence, the brackets or the quotes around the link. */
const punctuation = /(?:[.,;:!?'"<>([{}\]*_~|`]|&(?:gt|lt|quot|#39|#34);?|%(?:22|27|3C|3E|5B|5D|7B|7D|60))+$/i;
const lastBracket = /(?:\)|%29)$/;

/** Without what was glued to the end. A round bracket stays if it closes one of the same field, as in `f=sin(x)`. */
function withoutTail(text: string): string {
  const shorter = text.replace(chineseTail, '').replace(punctuation, '');
  const last = shorter.slice(shorter.lastIndexOf('&') + 1);
  const isOpen = count(last, /\(|%28/g) >= count(last, /\)|%29/g);
  const next = isOpen ? shorter : shorter.replace(lastBracket, '');
  return next === text ? text : withoutTail(next);
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** What a link ends with if its rest is missing: a name without its value, or half of a percent code. */
export const missingEnd = (text: string): string | null => /(?:[\w.]*=|%[0-9a-f]?)$/i.exec(text)?.[0] ?? null;
