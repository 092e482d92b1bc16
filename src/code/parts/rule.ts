import { freeNames } from '../../formula/syntax';
import { isSingle, isTensor, pythonOf, type Meaning, type Scope } from '../python/expression';
import { numberText, statement } from '../python/lines';
import { ruleName } from '../python/names';
import type { RuleSubject } from '../subject/rule';
import type { Library } from './library';
import { loopOf } from './repeat';
import { callOf, forEachParameter, specialFunctions } from './specials';

/** A rule written out: its settings, the first values of its states, and the lines of one update. */
export interface WrittenRule {
  readonly settings: readonly string[];
  readonly states: readonly string[];
  readonly lines: readonly string[];
  /** Whether an update reads the rate. */
  readonly readsRate: boolean;
}

/**
 * A rule in Python, line by line. `gradient(...)` stands for its `grad`, `update_loss(...)` for its `loss`, `hessian_product(...)` and
 * `hessian_diagonal(...)` for its second derivatives, with these arguments after the point and the vector.
 */
export function writtenRule(
  rule: RuleSubject,
  library: Library,
  gradientArguments: readonly string[],
  hasFrozen: boolean,
): WrittenRule {
  const lines = writtenLines(rule, library, meaningsBefore(rule, hasFrozen), gradientArguments);
  const read = namesRead(rule);
  return {
    settings: settingsOf(rule, library, read),
    states: statesOf(rule, library),
    lines,
    readsRate: read.has('lr'),
  };
}

/** What the names of a rule are in the program before its first line. */
function meaningsBefore({ hyper, states }: RuleSubject, hasFrozen: boolean): Map<string, Meaning> {
  const settings = Object.entries(hyper).map(([name, value]) => [name, isDegenerate(name, value)] as const);
  const kept = states.map((state) => [state.name, state.isTensor] as const);
  return new Map<string, Meaning>([
    ['theta', { text: 'theta', kind: 'tensor' }],
    ['t', { text: 't', kind: 'number' }],
    ['noise', { text: 'noises[t - 1]', kind: 'tensor' }],
    ['free', hasFrozen ? { text: 'free', kind: 'mask' } : { text: '1', kind: 'number' }],
    ...[...settings, ...kept].map(([name, tensor]) => {
      return [name, { text: ruleName(name), kind: tensor ? 'tensor' : 'number' }] as const;
    }),
  ]);
}

/** The lines of one update. Each line changes what its name means to those after it. */
function writtenLines(
  rule: RuleSubject,
  library: Library,
  meanings: Map<string, Meaning>,
  gradientArguments: readonly string[],
): string[] {
  const scope = ruleScope(library, meanings, gradientArguments);
  const writeLine = ({ name, expression }: RuleSubject['lines'][number]): string[] => {
    const text = name === 'theta' ? 'theta' : ruleName(name);
    // What is kept for each parameter has a number for each.
    const isKept = name === 'theta' || rule.states.some((state) => state.name === name && state.isTensor);
    const single = isSingle(expression, scope);
    const formula = pythonOf(expression, scope);
    const written = statement(`${text} = `, isKept && single ? forEachParameter(formula, library) : formula);
    const kind = isKept || isTensor(expression, scope) ? 'tensor' : 'number';
    meanings.set(name, { text, kind, isSingle: single && !isKept });
    return written;
  };
  return rule.lines.flatMap((line, i) => {
    const { turn } = line;
    if (!turn) return writeLine(line);
    const isFirst = turn.turn === 0 && rule.lines[i - 1]?.turn?.loop !== turn.loop;
    return isFirst ? loopOf(rule.lines, turn, { meanings, writeLine, library }) : [];
  });
}

/** What the lines of a rule are printed with; calls that evaluate the problem have the arguments after their point. */
function ruleScope(
  library: Library,
  meanings: ReadonlyMap<string, Meaning>,
  gradientArguments: readonly string[],
): Scope {
  const evaluated = (name: string, ...at: string[]) => `${name}(${[...at, ...gradientArguments].join(', ')})`;
  const functions = specialFunctions(library, {
    grad: (point) => evaluated('gradient', point),
    loss: (point) => evaluated('update_loss', point),
    hvp: (point, vector) => evaluated('hessian_product', point, vector),
    diag_hessian: (point) => evaluated('hessian_diagonal', point),
    solve_hessian: (point, vector) => evaluated('hessian_solution', point, vector),
  });
  return {
    dialect: library.dialect,
    name: (name) => meanings.get(name),
    special: (name, args) => callOf(functions, library, name, args),
    filled: library.filled,
    numbers: library.numbers,
  };
}

/** The names that an update reads. Decoupled decay reads the rate even where the rule does not. */
function namesRead({ lines, modifierHyper }: RuleSubject): Set<string> {
  const read = new Set(lines.flatMap(({ expression }) => [...freeNames(expression)]));
  if (Object.hasOwn(modifierHyper, 'decay')) read.add('lr');
  return read;
}

const settingsOf = ({ hyper }: RuleSubject, library: Library, read: ReadonlySet<string>): string[] =>
  Object.entries(hyper)
    .filter(([name]) => read.has(name))
    .map(([name, value]) => {
      const number = numberText(value);
      return `${ruleName(name)} = ${isDegenerate(name, value) ? library.tensor(number) : number}`;
    });

const statesOf = ({ states }: RuleSubject, library: Library): string[] =>
  states.map(({ name, initial, isTensor: tensor }) => {
    const number = numberText(initial);
    return `${ruleName(name)} = ${tensor ? library.filled(number) : number}`;
  });

/** Decay rates of 1 divide by 0 in the corrections: as tensors they give what the page shows, as numbers an error. */
const isDegenerate = (name: string, value: number): boolean => value === 1 && /^(beta|rho|alpha)\d?$/.test(name);
