import type { Expression } from '../syntax';
import type { Cursor } from './cursor';
import { isSign, type Token } from './token';
import { numeral } from './tree';

/** A number, whose decimals may stand after a comma where no comma can separate. */
export function readNumber(cursor: Cursor): Expression {
  const token = cursor.next();
  const groups = groupsAfter(cursor, token);
  const [decimals] = groups;
  if (decimals === undefined) return numeral(valueOf(cursor, token, token.text));
  const isGrouped = /^[1-9]\d{0,2}$/.test(token.text) && groups.every(({ text }) => text.length === 3);
  const joined = isGrouped && (groups.length > 1 || cursor.wide(token, decimals));
  const used = joined ? groups : [decimals];
  for (let i = 0; i < 2 * used.length; i += 1) cursor.next();
  const text = joined ? [token, ...groups].map((group) => group.text).join('') : `${token.text}.${decimals.text}`;
  cursor.note('decimal', token, cursor.last, text);
  return numeral(valueOf(cursor, token, text));
}

/** The runs of digits that follow, each after a comma, as long as commas cannot separate anything here. */
function groupsAfter(cursor: Cursor, token: Token): Token[] {
  const groups: Token[] = [];
  if (cursor.separates || !/^\d+$/.test(token.text)) return groups;
  for (let ahead = 0; ; ahead += 2) {
    const [comma, digits] = [cursor.peek(ahead), cursor.peek(ahead + 1)];
    const fits = isSign(comma, ',') && !comma.spaced && digits.kind === 'number' && !digits.spaced;
    if (!fits || !/^\d+$/.test(digits.text)) return groups;
    groups.push(digits);
  }
}

function valueOf(cursor: Cursor, token: Token, text: string): number {
  const value = Number(text);
  if (!Number.isFinite(value)) throw cursor.problem('badNumber', token);
  return value;
}
