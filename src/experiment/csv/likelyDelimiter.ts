import { isGap } from './gaps';
import { isAnyNumber } from './numbers';
import { delimiters, parseCells, type Delimiter } from './parseCells';

/** The beginning of a file that the delimiter is guessed from. */
export const SAMPLE = { characters: 100_000, rows: 200 };

/**
 * The delimiter with which the most cells are numbers and the most rows equally long; null if there is none with which most
 * rows have two cells.
 */
export function likelyDelimiter(text: string): Delimiter | null {
  const start = text.slice(0, SAMPLE.characters);
  const scores = delimiters.map((delimiter) => ({ delimiter, score: scoreOf(start, delimiter) }));
  const best = scores.reduce((one, other) => (other.score > one.score ? other : one));
  return best.score > 0 ? best.delimiter : null;
}

/** What even a table of words alone scores, so that its delimiter is found by the equal length of its rows. */
const WORDS_SHARE = 0.1;

function scoreOf(text: string, delimiter: Delimiter): number {
  const rows = parseCells(text, delimiter, SAMPLE.rows)
    .data.map((cells) => cells.map((cell) => cell.trim()))
    .filter((cells) => cells.some((cell) => cell !== ''));
  const width = commonWidth(rows);
  if (width < 2) return 0;
  const whole = rows.filter((cells) => cells.length === width);
  const filled = whole.flat().filter((cell) => !isGap(cell));
  const numbers = filled.filter(isAnyNumber).length / Math.max(1, filled.length);
  return (whole.length / rows.length) * (WORDS_SHARE + numbers);
}

/** The number of cells that the most rows have; of equally common ones the largest. */
export function commonWidth(rows: readonly (readonly string[])[]): number {
  const counts = new Map<number, number>();
  for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1);
  return [...counts].reduce(
    (best, next) => (next[1] > best[1] || (next[1] === best[1] && next[0] > best[0]) ? next : best),
    [0, 0],
  )[0];
}
