import { FormulaError } from './errors';
import { isReserved, Parser } from './parse';
import { readLoops } from './repeats';
import { checkRuleSize, ruleLimits } from './ruleLimits';
import {
  freeNames,
  parameterInputNames,
  hasSpecial,
  isSpecial,
  MAX_LENGTH,
  type Expression,
  type RuleLine,
} from './syntax';
import { tokenize, type Token } from './tokens';

export interface Hyperparameter {
  readonly name: string;
  /** The default; 1 or 0 for a flag. */
  readonly default: number;
  /** Whether its default is written `true` or `false` in the signature. */
  readonly flag: boolean;
  /** The range that the signature gives its slider; absent: none. */
  readonly range?: HyperRange;
}

const rangeScales = ['linear', 'log', 'oneMinus'] as const;

interface HyperRange {
  readonly min: number;
  readonly max: number;
  readonly scale: (typeof rangeScales)[number];
}

/** An update rule as it was written. */
export interface Rule {
  readonly name: string;
  readonly hyper: readonly Hyperparameter[];
  /** Values kept from one update to the next. `initial` is a formula over hyperparameters. */
  readonly states: readonly { readonly name: string; readonly initial: Expression }[];
  /** Assignments in the order in which they happen, those of a loop once for each turn. */
  readonly lines: readonly RuleLine[];
  /** The name whose values are drawn beside the path of theta, such as an average of the parameters; absent: none. */
  readonly drawn?: string;
}

interface Line {
  readonly from: number;
  readonly to: number;
}

/**
 * Reads an update rule: a signature, `state` lines, assignments (docs/formula-language.md).
 * @param taken further names that nothing in it may have
 * @throws FormulaError with the position of what cannot be read.
 */
export function parseRule(text: string, taken: ReadonlySet<string> = new Set()): Rule {
  if (text.length > MAX_LENGTH)
    throw new FormulaError('tooLong', MAX_LENGTH, text.length - MAX_LENGTH, { length: text.length, max: MAX_LENGTH });
  const [signature, ...rest] = linesOf(text);
  if (!signature) throw new FormulaError('empty', 0, 0);
  const { name, hyper } = readSignature(tokenize(text, signature.from, signature.to), taken);
  const known = new Set([...hyper.map((h) => h.name), 'theta', 't', ...parameterInputNames]);
  const states: { name: string; initial: Expression }[] = [];
  const lines: RuleLine[] = [];
  const loops = readLoops(lines);
  const drawn: Token[] = [];
  for (const { from, to } of rest) {
    const tokens = tokenize(text, from, to);
    const isState = tokens[0]?.text === 'state' && tokens[1]?.kind === 'name';
    if (loops.reads(tokens)) continue;
    if (isState || isDrawLine(tokens)) loops.mustBeClosed(tokens[0]);
    if (isState)
      states.push(
        ...readStates(
          tokens.slice(1),
          hyper.map((h) => h.name),
          known,
          taken,
        ),
      );
    else if (isDrawLine(tokens)) drawn.push(readDrawn(tokens));
    else lines.push(readAssignment(tokens, known, taken));
    if (states.length > ruleLimits.states)
      throw new FormulaError('tooManyNames', from, to - from, { max: ruleLimits.states });
  }
  loops.mustBeClosed();
  checkRuleSize(lines);
  checkAssigned(states, lines, text.trimEnd().length);
  checkDrawn(drawn, lines);
  return { name, hyper, states, lines, ...(drawn[0] && { drawn: drawn[0].text }) };
}

/** The parts of a text between line breaks and semicolons, without comments, which last to the end of their line. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let from = 0;
  for (const written of text.split('\n')) {
    const next = from + written.length + 1;
    for (const part of withoutComment(written).split(';')) {
      const to = from + part.length;
      if (part.trim() !== '') lines.push({ from, to });
      from = to + 1;
    }
    from = next;
  }
  return lines;
}

const withoutComment = (line: string): string => line.split('#', 1)[0] ?? '';

/** A rule's text without comments and blank lines, with a line break at the end of every line alone. */
export const plainRule = (text: string): string =>
  linesOf(text)
    .map(({ from, to }) => text.slice(from, to).trim())
    .join('\n');

function readSignature(
  tokens: readonly Token[],
  taken: ReadonlySet<string>,
): { name: string; hyper: Hyperparameter[] } {
  const reader = new Parser(tokens, { special: false });
  const name = reader.next();
  if (name.kind !== 'name' || !reader.take('(')) throw new FormulaError('noSignature', name.at, name.text.length);
  const hyper: Hyperparameter[] = [];
  while (!reader.take(')')) {
    if (hyper.length > 0) reader.expect(',');
    const token = newName(reader, new Set([...hyper.map((h) => h.name), 'theta']), taken);
    reader.expect('=');
    hyper.push(readRange(reader, { name: token.text, ...readDefault(reader, token) }));
    if (hyper.length > ruleLimits.hyperparameters)
      throw new FormulaError('tooManyNames', token.at, token.text.length, { max: ruleLimits.hyperparameters });
  }
  reader.end();
  return { name: name.text, hyper };
}

function readDefault(reader: Parser, name: Token): { default: number; flag: boolean } {
  const token = reader.next();
  if (token.text === 'true' || token.text === 'false') return { default: Number(token.text === 'true'), flag: true };
  const minus = token.text === '-';
  const number = minus ? reader.next() : token;
  if (number.kind !== 'number')
    throw new FormulaError('notANumberDefault', token.at, token.text.length, { found: name.text });
  const value = Number(number.text);
  if (!Number.isFinite(value))
    throw new FormulaError('badNumber', number.at, number.text.length, { found: number.text });
  return { default: minus ? -value : value, flag: false };
}

/** The range of a slider, if one follows: `in 1e-5..10 log`. The default must lie in it, and the scale must be possible. */
function readRange(reader: Parser, hyper: Hyperparameter): Hyperparameter {
  const word = reader.peek();
  if (word.text !== 'in') return hyper;
  reader.next();
  const min = readNumber(reader);
  reader.expect('..');
  const max = readNumber(reader);
  const scale = rangeScales.find((known) => known === reader.peek().text) ?? 'linear';
  if (reader.peek().text === scale) reader.next();
  const end = reader.peek().at;
  const isPossible = scale === 'log' ? min > 0 : scale === 'oneMinus' ? max < 1 : true;
  const holdsDefault = hyper.default >= min && hyper.default <= max;
  if (hyper.flag || !(min < max) || !isPossible || !holdsDefault)
    throw new FormulaError('badRange', word.at, end - word.at, { found: hyper.name });
  return { ...hyper, range: { min, max, scale } };
}

function readNumber(reader: Parser): number {
  const isNegative = reader.take('-');
  const token = reader.peek();
  if (token.kind !== 'number') throw reader.unexpected('number');
  const value = Number(reader.next().text);
  if (!Number.isFinite(value)) throw new FormulaError('badNumber', token.at, token.text.length, { found: token.text });
  return isNegative ? -value : value;
}

/** Names that a rule reserves besides those of a formula: a loss may call its parameter `noise` or `mean`, a rule may not. */
const isReservedInRules = (name: string): boolean =>
  isReserved(name) || isSpecial(name) || (parameterInputNames as readonly string[]).includes(name);

function newName(reader: Parser, known: ReadonlySet<string>, taken: ReadonlySet<string>): Token {
  if (reader.peek().kind !== 'name') throw reader.unexpected('name');
  const token = reader.next();
  checkName(token, taken);
  if (known.has(token.text)) throw new FormulaError('duplicate', token.at, token.text.length, { found: token.text });
  return token;
}

/** Throws FormulaError where a token cannot be the name of a value. */
function checkName({ text, at }: Token, taken: ReadonlySet<string>): void {
  if (text === 't') throw new FormulaError('updateNumber', at, text.length, { found: text });
  if (isReservedInRules(text) || taken.has(text)) throw new FormulaError('reserved', at, text.length, { found: text });
  if (text.length > ruleLimits.name)
    throw new FormulaError('longName', at, text.length, { found: text, max: ruleLimits.name });
}

function readStates(
  tokens: readonly Token[],
  hyper: readonly string[],
  known: Set<string>,
  taken: ReadonlySet<string>,
): { name: string; initial: Expression }[] {
  const reader = new Parser(tokens, { special: true, names: [...known] });
  const states: { name: string; initial: Expression }[] = [];
  do {
    const token = newName(reader, known, taken);
    reader.expect('=');
    const initial = reader.expression();
    if (hasSpecial(initial) || [...freeNames(initial)].some((name) => !hyper.includes(name))) {
      throw new FormulaError('initialState', initial.at, initial.length, { found: token.text });
    }
    states.push({ name: token.text, initial });
    known.add(token.text);
  } while (reader.take(','));
  reader.end();
  return states;
}

function readAssignment(
  tokens: readonly Token[],
  known: Set<string>,
  taken: ReadonlySet<string>,
): { name: string; expression: Expression } {
  const reader = new Parser(tokens, { special: true, names: [...known] });
  if (reader.peek().kind !== 'name') throw reader.unexpected('name');
  const token = reader.next();
  checkName(token, taken);
  reader.expect('=');
  const expression = reader.expression();
  reader.end();
  known.add(token.text);
  return { name: token.text, expression };
}

/** Reads a formula as it may stand in a rule that knows some names. Throws FormulaError. */
export function parseLine(text: string, names: readonly string[]): Expression {
  const reader = new Parser(tokenize(text), { special: true, names: [...names, ...parameterInputNames] });
  const expression = reader.expression();
  reader.end();
  return expression;
}

/** Whether a line says what is drawn beside the path: `draw z`. A value may be called `draw`, too. */
const isDrawLine = ([word, name]: readonly Token[]): boolean => word?.text === 'draw' && name?.text !== '=';

function readDrawn(tokens: readonly Token[]): Token {
  const reader = new Parser(tokens.slice(1), { special: false });
  if (reader.peek().kind !== 'name') throw reader.unexpected('name');
  const token = reader.next();
  reader.end();
  return token;
}

function checkDrawn(drawn: readonly Token[], lines: Rule['lines']): void {
  for (const [i, { text, at }] of drawn.entries()) {
    const isAssigned = text !== 'theta' && lines.some(({ name }) => name === text);
    if (i > 0 || !isAssigned) throw new FormulaError('drawn', at, text.length, { found: text });
  }
}

function checkAssigned(states: Rule['states'], lines: Rule['lines'], end: number): void {
  const assigned = new Set(lines.map((line) => line.name));
  if (!assigned.has('theta')) throw new FormulaError('noTheta', end, 0);
  for (const { name, initial } of states) {
    if (!assigned.has(name)) throw new FormulaError('notAssigned', initial.at, initial.length, { found: name });
  }
}

/** Whether any update reads `lr`; false if only the initial values of states read it. */
export const readsRate = (rule: Rule): boolean => rule.lines.some(({ expression }) => freeNames(expression).has('lr'));

/** The hyperparameters that a line or an initial value reads, `lr` included. */
export function namesRead(rule: Rule): Set<string> {
  const found = new Set<string>();
  for (const { expression } of rule.lines) freeNames(expression, found);
  for (const { initial } of rule.states) freeNames(initial, found);
  return found;
}
