import { Problem, ReadingError } from './problem';
import { readOr, type Reading, type ReadingOptions } from './read';
import { suggestions } from './suggest';

export { fillReading, problemCodes, ReadingError, type Suggestion } from './problem';
export type { Note } from './notes';
export { readNameList } from './parameterList';
export { withClauses, type Reading, type ReadingOptions } from './read';

/**
 * Reads a formula as people write it, with superscripts, products without a sign, LaTeX and much else, and gives it in the
 * project's own notation, which reads as itself. Nothing is guessed in silence: what was changed is in the notes.
 * @throws ReadingError where it cannot be read, or can be read in two ways
 */
export function readFormula(typed: string, options: ReadingOptions = {}): Reading {
  const first = readOr(typed, options, 'ask');
  if (!(first instanceof Problem)) return first;
  const ways = suggestions(typed, options, first);
  // Two readings help only where at least one is free of other problems; otherwise these are what to say.
  const isChoice = first.code === 'ambiguous' || first.code === 'chained';
  const other = isChoice && ways.length === 0 ? readOr(typed, options, 'narrow') : first;
  const problem = other instanceof Problem ? other : first;
  const { code, at, length, values } = problem;
  throw new ReadingError(code, at, length, values, problem === first ? ways : suggestions(typed, options, problem));
}
