import { operators, type Precedence } from './operators';
import type { Expression } from './syntax';

/** Binding strength of each precedence; higher binds tighter. */
export const LEVEL: Record<Precedence, number> = { comparison: 0, sum: 1, product: 2, sign: 3, power: 4, call: 5 };

/** Binding strength of an expression's outermost operation. */
export function levelOf(expression: Expression): number {
  if (expression.kind === 'number') return expression.value < 0 ? LEVEL.sign : LEVEL.call;
  if (expression.kind !== 'apply') return LEVEL.call;
  const { syntax } = operators[expression.operator];
  if (syntax === 'function') return LEVEL.call;
  return syntax === 'negation' ? LEVEL.sign : LEVEL[syntax.precedence];
}

/**
 * For each argument, the binding strength from which it needs no parentheses. Left-associative operators require more on
 * the right, powers more on the left, comparisons more on both sides.
 */
export function requiredLevels(expression: Expression & { kind: 'apply' }): number[] {
  const { syntax, arity } = operators[expression.operator];
  if (syntax === 'function') return new Array<number>(arity).fill(0);
  if (syntax === 'negation') return [LEVEL.sign];
  const own = LEVEL[syntax.precedence];
  if (syntax.precedence === 'power') return [own + 1, LEVEL.sign];
  return [syntax.precedence === 'comparison' ? own + 1 : own, own + 1];
}

/** The formula as text with as few parentheses as possible. Parsing the text gives the same tree again. */
export function print(expression: Expression): string {
  switch (expression.kind) {
    case 'number':
      return String(expression.value);
    case 'name':
      return expression.name;
    case 'special':
      return `${expression.name}(${expression.args.map(print).join(', ')})`;
    case 'apply': {
      const { syntax } = operators[expression.operator];
      const wanted = requiredLevels(expression);
      const args = expression.args.map((arg, i) => (levelOf(arg) < (wanted[i] ?? 0) ? `(${print(arg)})` : print(arg)));
      if (syntax === 'function') return `${expression.operator}(${args.join(', ')})`;
      if (syntax === 'negation') return `-${args.join('')}`;
      return syntax.precedence === 'sum' || syntax.precedence === 'comparison'
        ? args.join(` ${syntax.infix} `)
        : args.join(syntax.infix);
    }
  }
}
