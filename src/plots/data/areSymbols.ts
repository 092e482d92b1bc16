import { hasItalics } from '../kit/geometry/hasItalics';

/** Length of the longest name of a column in formulas: `x32`. */
const MAX_SYMBOL_LENGTH = 3;

/** Whether the names of columns are letters of a formula, and not words of the user's file. */
export const areSymbols = (names: readonly string[]): boolean =>
  names.every((name) => name.length <= MAX_SYMBOL_LENGTH && hasItalics(name));
