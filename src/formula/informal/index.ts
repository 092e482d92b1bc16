import { Problem, ReadingError } from './problem';
import { readOnce, type Reading, type ReadingOptions } from './read';
import { suggestions } from './suggest';

export { fillReading, problemCodes, ReadingError, type ProblemCode, type Suggestion } from './problem';
export { noteKinds, type Note, type NoteKind } from './notes';
export type { Reading, ReadingOptions } from './read';

/**
 * Reads a formula as people write it, with superscripts, products without a sign, LaTeX and much else, and gives it in the
 * project's own notation, which reads as itself. Nothing is guessed in silence: what was changed is in the notes.
 * @throws ReadingError where it cannot be read, or can be read in two ways
 */
export function readFormula(typed: string, options: ReadingOptions = {}): Reading {
  try {
    return readOnce(typed, options, 'ask');
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { code, at, length, values } = error;
    throw new ReadingError(code, at, length, values, suggestions(typed, options, error));
  }
}
