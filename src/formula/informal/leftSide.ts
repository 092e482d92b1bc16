import type { Notes } from './notes';
import { depths, isSign, type Token } from './token';

/** What stands before a formula, such as `f(x, y) =` or `lambda x:`. */
export interface LeftSide {
  /** How many tokens it takes up. */
  readonly count: number;
  /** The parameters that it lists; undefined if it lists none. */
  readonly parameters?: readonly string[];
  /** The name of the function or of its value. */
  readonly name?: string;
}

/** The left side of a definition; null if the formula begins at once. */
export function leftSideOf(tokens: readonly Token[], notes: Notes): LeftSide | null {
  const found = definition(tokens) ?? arrow(tokens) ?? lambda(tokens);
  const last = tokens[(found?.count ?? 0) - 1];
  const [first] = tokens;
  if (!found || !last || !first) return null;
  const end = last.at + last.length;
  notes.add('leftSide', first.at, end - first.at, '');
  if (found.parameters) notes.add('parameters', first.at, end - first.at, found.parameters.join(', '));
  return found;
}

/** `y =`, `f(x, y) =`, `f(x) :`. */
function definition(tokens: readonly Token[]): LeftSide | null {
  const [first, second] = tokens;
  if (first?.kind !== 'word') return null;
  const name = first.text;
  if (name === 'return' && second?.kind !== 'end') return { count: 1 };
  if (isSign(second, '=')) return { count: 2, name };
  const list = listAt(tokens, 1);
  if (!list || !isSign(tokens[list.end], '=', ':')) return null;
  return { count: list.end + 1, parameters: list.names, name };
}

/** `x => ...` and `(x, y) => ...`. */
function arrow(tokens: readonly Token[]): LeftSide | null {
  const [first, second] = tokens;
  if (first?.kind === 'word' && isSign(second, '=>')) return { count: 2, parameters: [first.text] };
  const list = listAt(tokens, 0);
  return list && isSign(tokens[list.end], '=>') ? { count: list.end + 1, parameters: list.names } : null;
}

/** `lambda x, y:`. */
function lambda(tokens: readonly Token[]): LeftSide | null {
  const [first] = tokens;
  if (first?.kind !== 'word' || first.text !== 'lambda') return null;
  const end = tokens.findIndex((token) => isSign(token, ':'));
  const inner = tokens.slice(1, end);
  const names = namesOf(inner);
  return end > 0 && names ? { count: end + 1, parameters: names } : null;
}

/** The names between brackets from token `from` on, and the index after the bracket that closes them. */
function listAt(tokens: readonly Token[], from: number): { names: readonly string[]; end: number } | null {
  if (!isSign(tokens[from], '(')) return null;
  const close = tokens.findIndex((token, i) => i > from && isSign(token, ')'));
  const names = close < 0 ? null : namesOf(tokens.slice(from + 1, close));
  return names && { names, end: close + 1 };
}

/** Words with commas between them. */
function namesOf(tokens: readonly Token[]): readonly string[] | null {
  const fits =
    tokens.length % 2 === 1 &&
    tokens.every((token, i) => (i % 2 === 0 ? token.kind === 'word' : isSign(token, ',', ';')));
  return fits ? tokens.filter(({ kind }) => kind === 'word').map(({ text }) => text) : null;
}

/** The names that get values after a formula, as in `x^2 + c, c = 1`, each with the tokens of its value. */
export interface Clause {
  readonly name: Token;
  readonly value: readonly Token[];
}

/** Splits what follows a formula into its clauses; the formula is what is before `count`. */
export function clausesOf(tokens: readonly Token[]): { readonly count: number; readonly clauses: readonly Clause[] } {
  const level = depths(tokens);
  const starts = tokens.flatMap((token, i) =>
    level[i] === 0 && isSign(token, ',', ';') && tokens[i + 1]?.kind === 'word' && isSign(tokens[i + 2], '=')
      ? [i]
      : [],
  );
  const end = tokens.length - 1;
  const clauses = starts.flatMap((start, k) => {
    const name = tokens[start + 1];
    return name ? [{ name, value: tokens.slice(start + 3, starts[k + 1] ?? end) }] : [];
  });
  return { count: starts[0] ?? end, clauses };
}
