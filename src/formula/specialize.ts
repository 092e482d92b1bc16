import { evaluate } from './code';
import type { Rule } from './rule';
import { freeNames, hasSpecial, type Expression, type RuleLine } from './syntax';

export interface SpecializedLine extends Pick<RuleLine, 'turn'> {
  /** Index among the rule's lines. */
  readonly index: number;
  readonly name: string;
  readonly expression: Expression;
}

/**
 * A rule's lines simplified for given hyperparameters. For display only, never for computing: 0*x is taken as 0.
 * Flags, hyperparameters that are 0, and those that an `if` compares are replaced by their values; the rest stay symbols.
 */
export function specialize(rule: Rule, hyper: Readonly<Record<string, number | boolean>>): SpecializedLine[] {
  // Once a line has assigned to a hyperparameter, its name no longer stands for the value that was set.
  const assigned = new Set(rule.lines.map(({ name }) => name));
  const settled = rule.hyper
    .filter(({ name }) => !assigned.has(name))
    .map(({ name, flag, default: fallback }) => ({
      name,
      flag,
      value: Number(Object.hasOwn(hyper, name) ? hyper[name] : fallback),
    }));
  const all = Object.fromEntries(settled.map(({ name, value }) => [name, value]));
  const decided = Object.fromEntries(
    settled.filter(({ flag, value }) => flag || value === 0).map(({ name, value }) => [name, value]),
  );
  const lines = rule.lines.map(({ name, expression, turn }, index) => ({
    index,
    name,
    ...(turn && { turn }),
    expression: simplify(expression, decided, all),
  }));
  return dropUnread(
    rule,
    lines.filter(({ name, expression }) => !(expression.kind === 'name' && expression.name === name)),
  );
}

/** Leaves out lines whose value nothing reads once the flags are replaced. */
function dropUnread(rule: Rule, lines: readonly SpecializedLine[]): SpecializedLine[] {
  const kept = lines.filter(({ name }, place) => {
    if (name === 'theta') return true;
    const later = [
      ...lines.slice(place + 1),
      ...(rule.states.some((state) => state.name === name) ? lines.slice(0, place) : []),
    ];
    return later.some(({ expression }) => freeNames(expression).has(name));
  });
  return kept.length === lines.length ? kept : dropUnread(rule, kept);
}

function simplify(
  expression: Expression,
  decided: Readonly<Record<string, number>>,
  all: Readonly<Record<string, number>>,
): Expression {
  const again = (e: Expression) => simplify(e, decided, all);
  if (expression.kind === 'special') {
    const args = expression.args.map(again);
    return args.every((arg, i) => arg === expression.args[i]) ? expression : { ...expression, args };
  }
  if (expression.kind === 'name') {
    const value = Object.hasOwn(decided, expression.name) ? decided[expression.name] : undefined;
    return value === undefined ? expression : number(value, expression);
  }
  if (expression.kind === 'number') return expression;
  const { operator, args } = expression;
  if (operator === 'if' && args[0]) {
    const names = [...freeNames(args[0])];
    if (!hasSpecial(args[0]) && names.every((name) => Object.hasOwn(all, name))) {
      const chosen = evaluate(args[0], all) !== 0 ? args[1] : args[2];
      if (chosen) return again(chosen);
    }
  }
  const simpler = args.map(again);
  // A part without replaced names stays as it was written: 1/3 is not shown as 0.3333333333333333.
  if (simpler.every((arg, i) => arg === args[i])) return expression;
  return identity({ ...expression, args: simpler }) ?? { ...expression, args: simpler };
}

const number = (value: number, from: Expression): Expression => ({
  kind: 'number',
  value,
  at: from.at,
  length: from.length,
});
const isNumber = (expression: Expression | undefined, value: number): boolean =>
  expression?.kind === 'number' && expression.value === value;

function identity(expression: Expression & { kind: 'apply' }): Expression | null {
  const [a, b, c] = expression.args;
  if (!a) return null;
  const constant = expression.args.every((arg) => arg.kind === 'number');
  if (constant) return number(evaluate(expression, {}), expression);
  if (!b) return null;
  switch (expression.operator) {
    case 'add':
      return isNumber(a, 0) ? b : isNumber(b, 0) ? a : null;
    case 'sub':
      return isNumber(b, 0) ? a : isNumber(a, 0) ? { ...expression, operator: 'neg', args: [b] } : null;
    case 'mul':
      if (isNumber(a, 0) || isNumber(b, 0)) return number(0, expression);
      return isNumber(a, 1) ? b : isNumber(b, 1) ? a : null;
    case 'div':
      return isNumber(a, 0) ? number(0, expression) : isNumber(b, 1) ? a : null;
    case 'pow':
      return isNumber(b, 1) ? a : isNumber(b, 0) ? number(1, expression) : null;
    case 'if':
      return a.kind === 'number' ? (a.value !== 0 ? b : (c ?? null)) : null;
    default:
      return null;
  }
}
