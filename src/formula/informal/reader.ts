import type { OperatorName } from '../node';
import { namedConstants, type Expression } from '../syntax';
import { readCall, readRoot, readSqrtCommand } from './calls';
import type { Cursor } from './cursor';
import type { Levels } from './levels';
import { readNumber } from './numbers';
import type { Token } from './token';
import { apply, named, numeral } from './tree';

const comparisons: Readonly<Record<string, OperatorName>> = {
  '<': 'lt',
  '<=': 'le',
  '>': 'gt',
  '>=': 'ge',
  '==': 'eq',
  '!=': 'ne',
};

/** A recursive-descent reader, with one method for each level of precedence, as the strict parser has them. */
export class Reader implements Levels {
  constructor(private readonly cursor: Cursor) {}

  /** The whole text. */
  all(): Expression {
    const expression = this.expression();
    if (this.cursor.peek().kind !== 'end') throw this.cursor.unexpected();
    return expression;
  }

  expression(): Expression {
    const { cursor } = this;
    return cursor.deeper(() => {
      const left = this.sum();
      const operator = cursor.peek().kind === 'sign' ? comparisons[cursor.peek().text] : undefined;
      if (!operator) return left;
      cursor.next();
      const middle = this.sum();
      const first = apply(operator, left, middle);
      const token = cursor.peek();
      const second = token.kind === 'sign' ? comparisons[token.text] : undefined;
      if (!second) return first;
      if (cursor.manner === 'ask') throw cursor.problem('chained', token);
      cursor.next();
      return apply('mul', first, apply(second, middle, this.sum()));
    });
  }

  private sum(): Expression {
    const { cursor } = this;
    let left = this.product();
    while (cursor.is('+', '-')) {
      const operator = cursor.next().text === '+' ? 'add' : 'sub';
      left = apply(operator, left, this.product());
    }
    return left;
  }

  private product(): Expression {
    const { cursor } = this;
    let start = cursor.peek();
    let left = this.signed();
    let isDivided = false;
    for (;;) {
      if (cursor.is('*')) {
        cursor.next();
        start = cursor.peek();
        left = apply('mul', left, this.signed());
        isDivided = false;
      } else if (cursor.is('/', '//', '%')) {
        const sign = cursor.next();
        const right = this.divisor(start);
        left = this.divided(sign, left, right);
        isDivided = true;
      } else if (cursor.opensOperand) {
        this.checkFactor(isDivided);
        left = apply('mul', left, this.power());
      } else return left;
    }
  }

  private divided(sign: Token, left: Expression, right: Expression): Expression {
    const { cursor } = this;
    if (sign.text === '/') return apply('div', left, right);
    cursor.note('sign', sign, sign, sign.text === '%' ? 'mod(…)' : 'floor(…/…)');
    return sign.text === '%' ? apply('mod', left, right) : apply('floor', apply('div', left, right));
  }

  /** What stands after a division sign. Factors without a sign after it may belong to it or not: 1/2x. */
  private divisor(start: Token): Expression {
    const { cursor } = this;
    let right = this.signed();
    while (cursor.opensOperand && cursor.peek().kind !== 'number' && cursor.wide(start, cursor.peek())) {
      cursor.noteProduct();
      right = apply('mul', right, this.power());
    }
    return right;
  }

  /** A number does not follow another operand without a sign. */
  private checkFactor(isDivided: boolean): void {
    const { cursor } = this;
    const token = cursor.peek();
    if (token.kind === 'number') throw cursor.problem('numberAfter', token);
    if (!isDivided || cursor.manner !== 'wide') cursor.noteProduct();
  }

  /** A power, with signs before it. */
  signed(): Expression {
    const { cursor } = this;
    if (!cursor.is('-', '+')) return this.power();
    const sign = cursor.next();
    if (sign.text === '-') return cursor.deeper(() => apply('neg', this.signed()));
    cursor.note('plus', sign, sign, '');
    return cursor.deeper(() => this.signed());
  }

  power(): Expression {
    const start = this.cursor.peek();
    const base = this.atom();
    return this.cursor.is('^') ? this.raised(base, start) : base;
  }

  /** A base with the exponent that stands here. */
  raised(base: Expression, start: Token): Expression {
    const { cursor } = this;
    cursor.next();
    const isPlain = !cursor.is('{', '(', '[');
    let exponent = cursor.deeper(() => this.signed());
    if (isPlain && this.continues(base, exponent) && cursor.wide(start, cursor.peek())) {
      while (cursor.opensOperand && !cursor.peek().spaced) exponent = apply('mul', exponent, this.power());
    }
    // A raised character after a power is another power: x²^3 has two.
    const result = apply('pow', base, exponent);
    return cursor.is('^') ? this.raised(result, start) : result;
  }

  /** Whether what stands close behind an exponent may belong to it: in e^2x, but not in x^2y. */
  private continues(base: Expression, exponent: Expression): boolean {
    const { cursor } = this;
    if (!cursor.opensOperand || cursor.peek().spaced || cursor.peek().kind === 'number') return false;
    const isConstant = base.kind === 'number' || (base.kind === 'name' && Object.hasOwn(namedConstants, base.name));
    return isConstant || exponent.kind !== 'number';
  }

  atom(): Expression {
    const { cursor } = this;
    const token = cursor.peek();
    if (token.kind === 'number') return readNumber(cursor);
    if (token.kind === 'name') return named(cursor.next().text);
    if (token.kind === 'function') return cursor.deeper(() => readCall(cursor, this));
    if (cursor.is('(', '[', '{')) return cursor.enclosed(() => this.expression());
    if (cursor.is('|', '|(')) return this.absolute();
    if (cursor.is('floor(')) return this.floored();
    if (cursor.is('frac')) return cursor.deeper(() => this.fraction());
    if (cursor.is('sqrt')) return cursor.deeper(() => readSqrtCommand(cursor, this));
    if (cursor.is('root2', 'root3', 'root4')) return cursor.deeper(() => readRoot(cursor, this));
    throw cursor.unexpected();
  }

  private floored(): Expression {
    const opener = this.cursor.peek();
    const inner = this.cursor.enclosed(() => this.expression());
    this.cursor.note('function', opener, this.cursor.last, 'floor(…)');
    return apply('floor', inner);
  }

  private absolute(): Expression {
    const opener = this.cursor.peek();
    const inner = this.cursor.enclosed(() => this.expression());
    this.cursor.note('absolute', opener, this.cursor.last, 'abs(…)');
    return apply('abs', inner);
  }

  private fraction(): Expression {
    const sign = this.cursor.next();
    const above = this.argument();
    const below = this.argument();
    this.cursor.note('fraction', sign, this.cursor.last, '(…)/(…)');
    return apply('div', above, below);
  }

  /** What a command of LaTeX takes: a group, or one digit, letter or command. */
  argument(): Expression {
    const { cursor } = this;
    if (cursor.is('{')) return cursor.enclosed(() => this.expression());
    return cursor.peek().kind === 'number' ? numeral(Number(cursor.takeDigit().text)) : this.atom();
  }
}
