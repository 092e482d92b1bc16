import { FormulaError } from './errors';
import { nearWords } from './informal/nearest';
import { callableOf } from './informal/vocabulary';
import { functionNames, isFunction } from './operators';
import { linesOf } from './rule';
import { specialNames } from './syntax';
import { tokenize } from './tokens';

/** A change of a rule's text: what stands at `at`, in `length` characters, becomes `insert`. */
export interface RuleFix {
  readonly at: number;
  readonly length: number;
  readonly insert: string;
}

/** What somebody who wrote a fault most likely meant, for those faults of which a guess can be made. */
export type RuleHint = {
  /** Each leads past the fault; the likeliest first. */
  readonly fixes: readonly RuleFix[];
} & (
  | { readonly code: 'readEarly'; readonly values: { readonly name: string } }
  | { readonly code: 'parameter'; readonly values: { readonly name: string; readonly line: string } }
  | { readonly code: 'nearName' | 'nearFunction'; readonly values: { readonly found: string; readonly names: string } }
  | { readonly code: 'noFunction'; readonly values: { readonly found: string } }
  | { readonly code: 'assignment'; readonly values: { readonly sign: string; readonly line: string } }
);

/** What the hint of a rule depends on besides its text. */
export interface RuleContext {
  /** The names of the problem's parameters. */
  readonly parameters: readonly string[];
  /** What is wrong with a text; null if nothing is. */
  readonly faultIn: (text: string) => FormulaError | null;
}

/** A hint about the fault of a rule's text; null where none can be given. */
export function ruleHint(text: string, fault: FormulaError, { parameters, faultIn }: RuleContext): RuleHint | null {
  const hint = guess(text, fault, parameters);
  return hint && { ...hint, fixes: hint.fixes.filter((fix) => leadsOn(text, fault, withFix(text, fix), faultIn)) };
}

export const withFix = (text: string, { at, length, insert }: RuleFix): string =>
  text.slice(0, at) + insert + text.slice(at + length);

/** Whether a text is right, or wrong only further on: nearer to its end. */
function leadsOn(text: string, fault: FormulaError, next: string, faultIn: RuleContext['faultIn']): boolean {
  const left = faultIn(next);
  return left === null || next.length - left.at < text.length - fault.at;
}

function guess(text: string, fault: FormulaError, parameters: readonly string[]): RuleHint | null {
  const found = text.slice(fault.at, fault.at + fault.length);
  switch (fault.code) {
    case 'unknownName':
      if (parameters.includes(found)) return aboutParameter(text, fault, found);
      return aboutEarly(text, fault, found) ?? aboutName(fault, found);
    case 'unknownFunction':
      return aboutFunction(fault, found);
    case 'unexpected':
      return fault.values['sign'] === '=' ? aboutAssignment(text, fault) : null;
    default:
      return null;
  }
}

/** The line that holds a position; where two touch, the later. */
const lineAt = (text: string, at: number) => linesOf(text).findLast(({ from, to }) => from <= at && at <= to);

/** `x = x - lr*grad(x)`: a rule is written for all parameters at once. */
function aboutParameter(text: string, { at }: FormulaError, name: string): RuleHint | null {
  const line = lineAt(text, at);
  if (!line) return null;
  const written = text.slice(line.from, line.to);
  const insert = written.replace(new RegExp(`\\b${name}\\b`, 'g'), 'theta');
  const fix = { at: line.from, length: written.length, insert };
  return { code: 'parameter', values: { name, line: insert.trim() }, fixes: [fix] };
}

/** `m = 0.9*m + g`: the name is assigned in this line or further below, so its value is meant to be kept. */
function aboutEarly(text: string, { at }: FormulaError, name: string): RuleHint | null {
  const lines = linesOf(text).map((line) => ({ ...line, written: text.slice(line.from, line.to).trim() }));
  const isState = (written: string): boolean => /^state\s+[A-Za-z]/.test(written);
  const assigns = new RegExp(`^${name}\\s*=(?!=)`);
  if (!lines.some(({ to, written }) => at <= to && assigns.test(written))) return null;
  // Below the signature and the states that are already there.
  const next = lines.find(({ written }, i) => i > 0 && !isState(written));
  const isDeclared = lines.some(({ written }) => isState(written) && new RegExp(`\\b${name}\\s*=`).test(written));
  const fixes = next && !isDeclared ? [{ at: next.from, length: 0, insert: `state ${name} = 0\n` }] : [];
  return { code: 'readEarly', values: { name }, fixes };
}

const instead = ({ at, length }: FormulaError, names: readonly string[]): RuleFix[] =>
  names.map((insert) => ({ at, length, insert }));

function aboutName(fault: FormulaError, found: string): RuleHint | null {
  const names = nearWords(found, String(fault.values['known']).split(', '));
  return names.length === 0
    ? null
    : { code: 'nearName', values: { found, names: names.join(', ') }, fixes: instead(fault, names) };
}

/** The function that a word means where formulas are typed freely, and those that are spelt nearly so. */
function aboutFunction(fault: FormulaError, found: string): RuleHint {
  const meant = callableOf(found)?.name;
  const names =
    meant !== undefined && isFunction(meant) ? [meant] : nearWords(found, [...functionNames, ...specialNames]);
  return names.length === 0
    ? { code: 'noFunction', values: { found }, fixes: [] }
    : { code: 'nearFunction', values: { found, names: names.join(', ') }, fixes: instead(fault, names) };
}

/** `theta -= lr*g`, which the language writes out. */
function aboutAssignment(text: string, { at }: FormulaError): RuleHint | null {
  const line = lineAt(text, at);
  const [sign, operator = ''] = /^([-+*/])=(?!=)/.exec(text.slice(at)) ?? [];
  if (!line || sign === undefined) return null;
  const name = text.slice(line.from, at).trim();
  const right = text.slice(at + sign.length, line.to).trim();
  if (name === '' || right === '') return null;
  const spaced = operator === '+' || operator === '-' ? ` ${operator} ` : operator;
  const insert = `${name} = ${name}${spaced}${needsBrackets(right, operator) ? `(${right})` : right}`;
  const written = text.slice(line.from, line.to);
  const fix = { at: line.from + written.search(/\S/), length: written.trim().length, insert };
  return { code: 'assignment', values: { sign, line: insert }, fixes: [fix] };
}

/** The signs that would take a part of what stands to the right of an operator. */
const loose: Readonly<Record<string, string>> = { '+': '', '-': '+-', '*': '+-', '/': '+-*/' };
const comparisons: ReadonlySet<string> = new Set(['<', '<=', '>', '>=', '==', '!=']);

function needsBrackets(right: string, operator: string): boolean {
  let depth = 0;
  return tokensOf(right).some((sign) => {
    if (sign === '(') depth += 1;
    if (sign === ')') depth -= 1;
    return depth === 0 && (comparisons.has(sign) || (sign !== '' && (loose[operator] ?? '').includes(sign)));
  });
}

/** The signs of a text; none where it has characters that the language does not have, which is the next fault. */
function tokensOf(text: string): string[] {
  try {
    return tokenize(text).flatMap((token) => (token.kind === 'sign' ? [token.text] : []));
  } catch (error) {
    if (error instanceof FormulaError) return [];
    throw error;
  }
}
