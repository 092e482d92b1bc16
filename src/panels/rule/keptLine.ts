import { changedLines } from './changedLines';

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** The one line of the rule that runs which the text in the editor has no longer; null where there is none, or several. */
export function keptLine(running: string, typed: string): string | null {
  const lines = linesOf(running);
  const marks = changedLines(linesOf(typed), lines);
  const gone = lines.filter((_, i) => marks[i]);
  return gone.length === 1 ? (gone[0] ?? null) : null;
}
