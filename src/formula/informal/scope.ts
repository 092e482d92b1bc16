import { namedConstants } from '../syntax';
import { greek } from './characters';
import type { Token } from './token';
import { callableOf } from './vocabulary';

/** Letters that stand for variables in formulas that say nothing else. */
const usualVariables = new Set('xyzuvw');
/** Characters of the longest word that may be a product. */
const LONGEST_PRODUCT = 60;
const greekNames = new Set(Object.values(greek));

/** Which names a formula may use. */
export interface Scope {
  /** The parameters, as far as they are given. */
  readonly parameters: ReadonlySet<string>;
  /** Names with a value of their own. */
  readonly constants: ReadonlySet<string>;
  /** Whether any other name is a parameter too. */
  readonly open: boolean;
}

/** A part of a word: where it begins in the word, and what it is. */
export interface Part {
  readonly kind: 'name' | 'function';
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** The name that a word stands for in this scope: itself, or the same with or without the `_` before its index. */
export function nameIn(scope: Scope, word: string): string | undefined {
  const isOwn = (name: string): boolean => scope.parameters.has(name) || scope.constants.has(name);
  if (isOwn(word)) return word;
  const withIndex = word.replace(/^([A-Za-z]+)(\d+)$/, '$1_$2');
  const variant = [withIndex, word.replace(/_(?=\d+$)/, '')].find(isOwn);
  if (variant !== undefined) return variant;
  if (Object.hasOwn(namedConstants, word)) return word;
  return word === 'PI' || word === 'Pi' ? 'pi' : undefined;
}

/** The single letters and Greek letters that stand alone somewhere, for a scope that is open. */
export function standing(tokens: readonly Token[]): Set<string> {
  const alone = tokens.filter(
    ({ kind, text, whole }) => kind === 'word' && (whole || /^[A-Za-z](?:_?\d+)?$/.test(text)),
  );
  return new Set(alone.map(({ text }) => text).filter((text) => nameless(text)));
}

const nameless = (text: string): boolean => callableOf(text) === undefined && !Object.hasOwn(namedConstants, text);

/**
 * A word as a product of names that are known, perhaps with a function at its end or between them: `2xy`, `xsin`, `sinx`.
 * Null if it is none.
 * @param opens whether an argument may follow the word
 */
export function split(word: string, scope: Scope, known: ReadonlySet<string>, opens: boolean): Part[] | null {
  const nameAt = (text: string): string | undefined => nameIn(scope, text) ?? (known.has(text) ? text : undefined);
  if (word.length > LONGEST_PRODUCT) return null;
  const failed = new Set<string>();
  const rest = (from: number, afterFunction: boolean): Part[] | null => {
    if (from === word.length) return afterFunction && !opens ? null : [];
    if (failed.has(`${from} ${afterFunction}`)) return null;
    for (let to = word.length; to > from; to -= 1) {
      const text = word.slice(from, to);
      const name = nameAt(text);
      const usable = name !== undefined && !(afterFunction && Object.hasOwn(namedConstants, name));
      const isFunction = !usable && text.length > 1 && /^[a-z]/.test(text) && callableOf(text) !== undefined;
      if (!usable && !isFunction) continue;
      const more = rest(to, isFunction);
      if (more) return [{ kind: isFunction ? 'function' : 'name', text: usable ? name : text, from, to }, ...more];
    }
    failed.add(`${from} ${afterFunction}`);
    return null;
  };
  return rest(0, false);
}

/** The letters of a word that may be a product of variables, in a scope in which not all of them are known. */
export function lettersOf(word: string, scope: Scope, known: ReadonlySet<string>): Part[] | null {
  if (!/^[A-Za-z]{2,4}$/.test(word) || greekNames.has(word)) return null;
  const isVariable = (letter: string) =>
    known.has(letter) || nameIn(scope, letter) !== undefined || usualVariables.has(letter);
  const letters = [...word];
  if (!letters.every(isVariable) || letters.every((letter) => nameIn(scope, letter) === 'e')) return null;
  return letters.map((text, from) => ({ kind: 'name', text, from, to: from + 1 }));
}
