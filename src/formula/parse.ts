import { FormulaError, type ExpectedKind } from './errors';
import { functionNames, isFunction, operators } from './operators';
import type { OperatorName } from './node';
import {
  isSpecial,
  MAX_DEPTH,
  MAX_LENGTH,
  namedConstants,
  specialArguments,
  specialArity,
  specialNames,
  specialsReservedInLosses,
  type Expression,
} from './syntax';
import { tokenize, type Token } from './tokens';

const INFIX: ReadonlyMap<string, OperatorName> = new Map(
  (Object.keys(operators) as OperatorName[]).flatMap((name) => {
    const { syntax } = operators[name];
    return typeof syntax === 'object' ? [[syntax.infix, name] as const] : [];
  }),
);
const COMPARISONS = new Set(['<', '<=', '>', '>=', '==', '!=']);

/**
 * Reads a formula.
 * @param names the free names that are allowed; if absent, any name is
 * @throws FormulaError with the position of what cannot be read.
 */
export function parseExpression(text: string, names?: readonly string[]): Expression {
  if (text.length > MAX_LENGTH)
    throw new FormulaError('tooLong', MAX_LENGTH, text.length - MAX_LENGTH, { length: text.length, max: MAX_LENGTH });
  const reader = new Parser(tokenize(text), { special: false, ...(names && { names }) });
  const expression = reader.expression();
  reader.end();
  return expression;
}

/** Names with a meaning of their own, which no parameter or constant of a loss may have. */
export const isReserved = (name: string): boolean =>
  isFunction(name) || Object.hasOwn(namedConstants, name) || specialsReservedInLosses.has(name);

/** A recursive-descent parser over tokens, with one method for each level of precedence. */
export class Parser {
  private position = 0;
  private depth = 0;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly allow: { readonly names?: readonly string[]; readonly special: boolean },
  ) {}

  peek(): Token {
    const token = this.tokens[this.position] ?? this.tokens[this.tokens.length - 1];
    if (!token) throw new RangeError('no tokens');
    return token;
  }

  next(): Token {
    const token = this.peek();
    this.position += 1;
    return token;
  }

  /** Consumes the next token if it is this sign; tells whether it did. */
  take(sign: string): boolean {
    const token = this.peek();
    if (token.kind !== 'sign' || token.text !== sign) return false;
    this.position += 1;
    return true;
  }

  expect(sign: string): void {
    if (!this.take(sign)) throw this.unexpected('sign', { sign });
  }

  end(): void {
    if (this.peek().kind !== 'end') throw this.unexpected('operatorOrEnd');
  }

  /** @param values for the placeholders of what was expected */
  unexpected(wanted: ExpectedKind, values: Readonly<Record<string, string | number>> = {}): FormulaError {
    const { kind, at, text } = this.peek();
    if (kind !== 'end') return new FormulaError('unexpected', at, text.length, { found: text, wanted, ...values });
    return this.tokens.length === 1
      ? new FormulaError('empty', at, 0)
      : new FormulaError('unexpectedEnd', at, 0, { wanted, ...values });
  }

  expression(): Expression {
    this.depth += 1;
    if (this.depth > MAX_DEPTH) throw new FormulaError('tooDeep', this.peek().at, 1, { max: MAX_DEPTH });
    const left = this.sum();
    const token = this.peek();
    const compared = token.kind === 'sign' && COMPARISONS.has(token.text);
    if (compared) this.position += 1;
    const result = compared ? this.binary(token.text, left, this.sum()) : left;
    this.depth -= 1;
    return result;
  }

  private sum(): Expression {
    let left = this.product();
    for (let token = this.peek(); token.text === '+' || token.text === '-'; token = this.peek()) {
      this.position += 1;
      left = this.binary(token.text, left, this.product());
    }
    return left;
  }

  private product(): Expression {
    let left = this.signed();
    for (let token = this.peek(); token.text === '*' || token.text === '/'; token = this.peek()) {
      this.position += 1;
      left = this.binary(token.text, left, this.signed());
    }
    return left;
  }

  private signed(): Expression {
    const { at } = this.peek();
    if (!this.take('-')) return this.power();
    this.depth += 1;
    if (this.depth > MAX_DEPTH) throw new FormulaError('tooDeep', at, 1, { max: MAX_DEPTH });
    const arg = this.signed();
    this.depth -= 1;
    return { kind: 'apply', operator: 'neg', args: [arg], at, length: arg.at + arg.length - at };
  }

  private power(): Expression {
    const base = this.atom();
    if (!this.take('^')) return base;
    this.depth += 1;
    if (this.depth > MAX_DEPTH) throw new FormulaError('tooDeep', base.at, 1, { max: MAX_DEPTH });
    const exponent = this.signed();
    this.depth -= 1;
    return this.binary('^', base, exponent);
  }

  private atom(): Expression {
    const token = this.peek();
    if (token.kind === 'number') return this.number();
    if (token.kind === 'name') return this.nameOrCall();
    if (!this.take('(')) throw this.unexpected('operand');
    const inner = this.expression();
    const closing = this.peek();
    this.expect(')');
    return { ...inner, at: token.at, length: closing.at + 1 - token.at };
  }

  private number(): Expression {
    const { text, at } = this.next();
    const value = Number(text);
    if (!Number.isFinite(value)) throw new FormulaError('badNumber', at, text.length, { found: text });
    return { kind: 'number', value, at, length: text.length };
  }

  private nameOrCall(): Expression {
    const { text, at } = this.next();
    if (this.take('(')) return this.call(text, at);
    const isCallable = isFunction(text) || (this.allow.special ? isSpecial(text) : specialsReservedInLosses.has(text));
    if (isCallable) throw this.unexpected('sign', { sign: '(' });
    const { names } = this.allow;
    if (names && !names.includes(text) && !Object.hasOwn(namedConstants, text)) {
      throw new FormulaError('unknownName', at, text.length, {
        found: text,
        known: [...names, ...Object.keys(namedConstants)].join(', '),
      });
    }
    return { kind: 'name', name: text, at, length: text.length };
  }

  private call(name: string, at: number): Expression {
    const called = this.functionOf(name, at);
    const args = [this.expression()];
    while (this.take(',')) args.push(this.expression());
    const closing = this.peek();
    this.expect(')');
    const length = closing.at + 1 - at;
    const given = args.length;
    if (called.kind === 'special') {
      if (given !== specialArity(called.name))
        throw new FormulaError('wrongArguments', at, length, {
          found: name,
          given,
          names: specialArguments[called.name],
        });
    } else {
      const expected = operators[called.operator].arity;
      if (given !== expected) throw new FormulaError('wrongCount', at, length, { found: name, expected, given });
    }
    return { ...called, args, at, length };
  }

  private functionOf(name: string, at: number) {
    if (isFunction(name)) return { kind: 'apply', operator: name } as const;
    if (isSpecial(name) && this.allow.special) return { kind: 'special', name } as const;
    if (specialsReservedInLosses.has(name)) throw new FormulaError('onlyInRules', at, name.length, { found: name });
    const known = [...functionNames, ...(this.allow.special ? specialNames : [])].join(', ');
    throw new FormulaError('unknownFunction', at, name.length, { found: name, known });
  }

  private binary(sign: string, left: Expression, right: Expression): Expression {
    const operator = INFIX.get(sign);
    if (!operator) throw new RangeError(`no operator ${sign}`);
    return { kind: 'apply', operator, args: [left, right], at: left.at, length: right.at + right.length - left.at };
  }
}
