import { faultOf, readNumber, type Limits, type NumberFault } from '../numbers/numbers';

/** Limits of every entry of a list, and how many there may be. */
export interface ListLimits extends Limits {
  readonly count: { readonly min: number; readonly max: number };
}

/** What is wrong with a list that was typed: too few or too many entries, or one of them, counted from 1. */
export type ListFault =
  | { readonly code: 'tooFew' | 'tooMany'; readonly values: { readonly count: number } }
  | { readonly code: 'entry'; readonly at: number; readonly fault: NumberFault };

/** Reads numbers separated by commas or spaces; null for an entry that is not a number. */
export const readNumbers = (text: string): readonly (number | null)[] =>
  text
    .split(/[,，、;；\s]+/)
    .filter((part) => part !== '')
    .map(readNumber);

/** The first fault of a list; null if it has none. */
export function listFault(list: readonly (number | null)[], limits: ListLimits): ListFault | null {
  const { min, max } = limits.count;
  if (list.length < min) return { code: 'tooFew', values: { count: min } };
  if (list.length > max) return { code: 'tooMany', values: { count: max } };
  for (const [index, value] of list.entries()) {
    const fault = faultOf(value, limits);
    if (fault) return { code: 'entry', at: index + 1, fault };
  }
  return null;
}
