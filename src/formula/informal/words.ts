import type { Notes } from './notes';
import { Problem } from './problem';
import { lettersOf, nameIn, split, standing, type Part, type Scope } from './scope';
import { isSign, type Token } from './token';
import { callableOf } from './vocabulary';
import { functionNames } from '../operators';
import { nearWords } from './nearest';

/** A formula whose words are names and functions. */
export interface Resolved {
  readonly tokens: readonly Token[];
  /** Names of an open scope that were not given, and in any other scope names that it does not have. */
  readonly others: readonly string[];
}

/** Turns every word into names and functions. Throws Problem on a word that is called but is no function. */
export function resolveWords(tokens: readonly Token[], scope: Scope, notes: Notes): Resolved {
  const known = scope.open ? standing(tokens) : new Set<string>();
  const others = new Set<string>();
  const resolved = tokens.flatMap((token, i) => {
    if (token.kind !== 'word') return [token];
    const parts = partsOf(token, tokens[i + 1], scope, known);
    for (const part of parts) if (part.kind === 'name' && isOther(part.text, scope)) others.add(part.text);
    noteParts(token, parts, notes);
    return parts.map((part) => tokenOf(token, part));
  });
  return { tokens: resolved, others: [...others] };
}

const isOther = (name: string, scope: Scope): boolean => nameIn(scope, name) === undefined;

function partsOf(token: Token, next: Token | undefined, scope: Scope, known: ReadonlySet<string>): Part[] {
  const { text: word } = token;
  const whole = (kind: Part['kind'], text: string): Part[] => [{ kind, text, from: 0, to: word.length }];
  const name = nameIn(scope, word);
  const isCalled = isSign(next, '(') && !(next?.spaced ?? false);
  if (name !== undefined && !(isCalled && callableOf(word) && !scope.parameters.has(word))) return whole('name', name);
  const follows = isSign(next, '(', '[', '{', '^', '|', '|(');
  if (word === 'sigma' && isCalled) return whole('function', 'sigmoid');
  if (callableOf(word) !== undefined && (token.whole || word.length > 1)) return whole('function', word);
  if (!token.whole) {
    const parts = split(word, scope, known, follows || opensOperand(next));
    if (parts) return parts;
  }
  if (isCalled && looksLikeFunction(word)) throw unknownFunction(token);
  const letters = token.whole ? null : lettersOf(word, scope, known);
  return letters ?? whole('name', word);
}

const opensOperand = (next: Token | undefined): boolean =>
  next?.kind === 'word' || next?.kind === 'number' || isSign(next, 'frac', 'sqrt', 'root2', 'root3', 'root4', 'floor(');

/** Letters that name functions in formulas, and words; another single letter before a bracket is a factor. */
const looksLikeFunction = (word: string): boolean => /^[fgh]$/.test(word) || /^[A-Za-z]{2,}\d*$/.test(word);

/** The functions of the language, and the other name of one that most formulas in books have. */
const listed: readonly string[] = functionNames.flatMap((name) => (name === 'log' ? [name, 'ln'] : [name]));

const unknownFunction = ({ at, length, text }: Token): Problem =>
  new Problem('unknownFunction', at, length, {
    found: text,
    known: nearWords(text, functionNames).join(', ') || listed.join(', '),
  });

function tokenOf(token: Token, { kind, text, from, to }: Part): Token {
  const at = Math.min(token.at + from, token.at + token.length);
  const isLast = to === token.text.length;
  const length = isLast ? token.at + token.length - at : to - from;
  return { ...token, kind, text, at, length, spaced: from === 0 && token.spaced };
}

function noteParts({ at, length, text: word }: Token, parts: readonly Part[], notes: Notes): void {
  const [only] = parts;
  if (parts.length > 1) {
    const product = parts
      .map(({ text }, i) => (parts[i + 1] && parts[i]?.kind === 'name' ? `${text}*` : text))
      .join('');
    return notes.add('product', at, length, product);
  }
  if (only?.kind === 'name' && only.text !== word) notes.add('name', at, length, only.text);
  const name = only?.kind === 'function' ? callableOf(only.text)?.name : undefined;
  if (name !== undefined && name !== word) notes.add('function', at, length, name);
}
