import { evaluate } from '../code';
import { FormulaError } from '../errors';
import { parseExpression, isReserved } from '../parse';
import { print } from '../print';
import { freeNames, MAX_LENGTH, type Expression } from '../syntax';
import { Cursor, type Manner } from './cursor';
import { clausesOf, leftSideOf, type Clause, type LeftSide } from './leftSide';
import { Notes, type Note } from './notes';
import { Problem } from './problem';
import { Reader } from './reader';
import { scan } from './scan';
import type { Scope } from './scope';
import type { Token } from './token';
import { numeral } from './tree';
import { resolveWords } from './words';

/** A typed formula in the project's notation. */
export interface Reading {
  /** What `parseExpression` reads. */
  readonly formula: string;
  readonly parameters: readonly string[];
  /** The names in the formula that have a value of their own (`mostConstants`); absent if there are none. */
  readonly constants?: Readonly<Record<string, number>>;
  /** What was read otherwise than it stands; empty if it was in the project's notation already. */
  readonly notes: readonly Note[];
}

/** Which parameters a formula may have. */
export interface ReadingOptions {
  /** The parameters; if absent, every name that the formula uses is one. A left side such as f(x, y) = overrules them. */
  readonly parameters?: readonly string[];
  /** The most parameters that are possible. */
  readonly most?: number;
  /** Whether a parameter or a constant may have a name. */
  readonly accepts?: (name: string) => boolean;
  /** How many names that get a value, as in `c*x, c = 3`, stay names; the others are replaced by their values. 0 if absent. */
  readonly mostConstants?: number;
}

const MOST = 2;

/** Reads a text once, in one manner. Throws Problem, which knows no ways out yet (suggest.ts). */
function readOnce(typed: string, options: ReadingOptions, manner: Manner): Reading {
  if (typed.length > MAX_LENGTH)
    throw new Problem('tooLong', MAX_LENGTH, typed.length - MAX_LENGTH, { length: typed.length, max: MAX_LENGTH });
  if (typed.trim() === '') throw new Problem('empty', 0, 0);
  return readStrictly(typed, options) ?? readTolerantly(typed, options, manner);
}

/** The same, with the problem as a result. */
export function readOr(typed: string, options: ReadingOptions, manner: Manner): Reading | Problem {
  try {
    return readOnce(typed, options, manner);
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}

/** A text that is in the project's notation already; null if it is not. */
function readStrictly(typed: string, options: ReadingOptions): Reading | null {
  try {
    const expression = parseExpression(typed, options.parameters);
    const names = options.parameters ?? sorted([...freeNames(expression)]);
    if (names.length > (options.most ?? MOST) || !names.every(options.accepts ?? isFree)) return null;
    return { formula: typed.trim().replace(/\s+/g, ' '), parameters: orDefault(names), notes: [] };
  } catch (error) {
    if (error instanceof FormulaError) return null;
    throw error;
  }
}

const isFree = (name: string): boolean => !isReserved(name);
const sorted = (names: readonly string[]): string[] =>
  [...names].sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));

/** A formula without names is over x. */
const orDefault = (names: readonly string[]): readonly string[] => (names.length === 0 ? ['x'] : names);

function readTolerantly(typed: string, options: ReadingOptions, manner: Manner): Reading {
  const notes = new Notes(typed);
  const tokens = scan(typed, notes);
  const left = leftSideOf(tokens, notes);
  const rest = tokens.slice(left?.count ?? 0);
  const { count, clauses } = clausesOf(rest);
  const end = rest[count] ?? rest.at(-1);
  if (end === undefined || count === 0) throw new Problem('empty', 0, 0);
  const body: readonly Token[] = [...rest.slice(0, count), { ...end, kind: 'end', text: '', length: 0 }];
  checkEquation(tokens, left, body);
  const given = left?.parameters ?? options.parameters;
  const constants = valuesOf(typed, clauses, manner, notes);
  const scope: Scope = { parameters: new Set(given), constants: new Set(constants.keys()), open: given === undefined };
  const { tokens: resolved, others } = resolveWords(body, scope, notes);
  const tree = new Reader(new Cursor(resolved, typed, manner, notes)).all();
  const parameters = given ?? orDefault(sorted(others));
  checkNames(resolved, scope, others, parameters, options);
  const kept = keptConstants(constants, freeNames(tree), options);
  const named = Object.keys(kept);
  const formula = print(withValues(tree, new Map([...constants].filter(([name]) => !named.includes(name)))));
  return {
    formula: checked(typed, formula, [...parameters, ...named]),
    parameters,
    ...(named.length > 0 && { constants: kept }),
    notes: notes.list(),
  };
}

/** The constants that stay names: those that the formula uses and that may have their name, as many as can. */
function keptConstants(
  constants: ReadonlyMap<string, number>,
  used: ReadonlySet<string>,
  { mostConstants = 0, accepts = isFree }: ReadingOptions,
): Record<string, number> {
  const able = [...constants].filter(([name]) => used.has(name) && accepts(name));
  return Object.fromEntries(able.slice(0, mostConstants));
}

/** A formula followed by the values of its constants, which reads as itself: `c*x, c = 3`. */
export const withClauses = (formula: string, constants: Readonly<Record<string, number>> = {}): string =>
  [formula, ...Object.entries(constants).map(([name, value]) => `${name} = ${value}`)].join(', ');

/** `x = x^2` defines nothing. */
function checkEquation(tokens: readonly Token[], left: LeftSide | null, body: readonly Token[]): void {
  const name = left?.parameters === undefined ? left?.name : undefined;
  const sign = tokens[(left?.count ?? 0) - 1];
  const repeats = name !== undefined && body.some(({ kind, text }) => kind === 'word' && text === name);
  if (repeats && sign) throw new Problem('equation', sign.at, sign.length, { found: '=' });
}

function valuesOf(typed: string, clauses: readonly Clause[], manner: Manner, notes: Notes): Map<string, number> {
  return new Map(clauses.map((clause) => [clause.name.text, valueOf(typed, clause, manner, notes)]));
}

function valueOf(typed: string, { name, value }: Clause, manner: Manner, notes: Notes): number {
  const { at, length, text } = name;
  const bad = new Problem('badConstant', at, length, { found: text });
  const last = value.at(-1);
  if (!last || isReserved(text)) throw bad;
  const end: Token = { ...last, kind: 'end', text: '', at: last.at + last.length, length: 0 };
  const closed: Scope = { parameters: new Set(), constants: new Set(), open: false };
  const { tokens, others } = resolveWords([...value, end], closed, notes);
  if (others.length > 0) throw bad;
  const number = evaluate(new Reader(new Cursor(tokens, typed, manner, notes)).all(), {});
  if (!Number.isFinite(number)) throw bad;
  notes.add('constant', at, length, String(number));
  return number;
}

/** A tree with the values of its constants in place of their names. */
function withValues(tree: Expression, constants: ReadonlyMap<string, number>): Expression {
  if (tree.kind === 'name') {
    const value = constants.get(tree.name);
    if (value === undefined) return tree;
    const size = numeral(Math.abs(value));
    return value < 0 ? { kind: 'apply', operator: 'neg', args: [size], at: 0, length: 0 } : size;
  }
  return tree.kind === 'apply' ? { ...tree, args: tree.args.map((arg) => withValues(arg, constants)) } : tree;
}

/** Throws if a name is not a parameter and cannot become one, or if there are too many. */
function checkNames(
  tokens: readonly Token[],
  scope: Scope,
  others: readonly string[],
  parameters: readonly string[],
  { most = MOST, accepts = isFree }: ReadingOptions,
): void {
  const place = (name: string): Token | undefined => tokens.find(({ kind, text }) => kind === 'name' && text === name);
  const [other] = others;
  const token = other === undefined ? undefined : place(other);
  if (!scope.open && token)
    throw new Problem('unknownName', token.at, token.length, { found: token.text, all: others.join(' ') });
  const bad = parameters.find((name) => !accepts(name) || isReserved(name));
  if (bad !== undefined)
    throw new Problem('badParameter', place(bad)?.at ?? 0, place(bad)?.length ?? 1, { found: bad });
  if (parameters.length <= most) return;
  const last = parameters.at(-1) ?? '';
  const at = place(last);
  throw new Problem('tooManyNames', at?.at ?? 0, at?.length ?? 1, {
    names: parameters.join(', '),
    all: parameters.join(' '),
    count: parameters.length,
    max: most,
    last,
  });
}

/** The strict parser has the last word, so that what is shown is what runs. */
function checked(typed: string, formula: string, parameters: readonly string[]): string {
  try {
    parseExpression(formula, parameters);
    return formula;
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error;
    if (error.code === 'tooLong')
      throw new Problem('tooLong', 0, typed.length, { length: formula.length, max: MAX_LENGTH });
    throw new Problem('tooDeep', 0, typed.length, { ...error.values });
  }
}
