import { ReadingError, type Note } from '../../formula/informal';
import { readLoss } from '../edits/customLoss';

/** A formula as scripts get it: `problem.loss` and `problem.parameters` of an experiment, and what was read otherwise. */
export interface FormulaReading {
  readonly formula: string;
  readonly parameters: readonly string[];
  readonly notes: readonly Note[];
}

/** A text that is read without error, over these parameters if there are some. */
interface FormulaSuggestion {
  readonly text: string;
  readonly parameters?: readonly string[];
}

/** Why a formula cannot be read, where, and which texts would be. */
class FormulaRefusal extends Error {
  constructor(
    message: string,
    /** Offset of the first wrong character, from 0. */
    readonly position: number,
    readonly suggestions: readonly FormulaSuggestion[],
  ) {
    super(message);
    this.name = 'FormulaRefusal';
  }
}

/** Reads a formula for a script. Throws FormulaRefusal, or TypeError if there is no text. */
export function readForScript(text: unknown, parameters?: readonly string[]): FormulaReading {
  if (typeof text !== 'string') throw new TypeError(`the formula is ${String(text)}; expected is a text.`);
  try {
    return readLoss(text, parameters);
  } catch (error) {
    if (!(error instanceof ReadingError)) throw error;
    const suggestions = error.suggestions.map(({ text: to, parameters: own }) => ({
      text: to,
      ...(own && { parameters: own }),
    }));
    throw new FormulaRefusal(error.message, error.at, suggestions);
  }
}
