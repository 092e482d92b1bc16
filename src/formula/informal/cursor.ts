import { MAX_DEPTH } from '../syntax';
import type { Notes, NoteKind } from './notes';
import { Problem, type ProblemCode, type ProblemValues } from './problem';
import { closerOf, isSign, type Token } from './token';

/** How what can be read in two ways is read: not at all, or each part as small or as large as it can be. */
export type Manner = 'ask' | 'narrow' | 'wide';

/** A position among tokens, and what every part of the reader needs. */
export class Cursor {
  private position = 0;
  private depth = 0;
  private readonly tokens: Token[];
  /** Bars that are open in the brackets around the position. */
  bars = 0;
  /** Whether a comma here separates arguments. */
  separates = false;

  constructor(
    tokens: readonly Token[],
    readonly typed: string,
    readonly manner: Manner,
    private readonly notes: Notes,
  ) {
    this.tokens = [...tokens];
  }

  peek(ahead = 0): Token {
    const token = this.tokens[this.position + ahead] ?? this.tokens.at(-1);
    if (!token) throw new RangeError('no tokens');
    return token;
  }

  /** The token before the position. */
  get last(): Token {
    return this.tokens[this.position - 1] ?? this.peek();
  }

  next(): Token {
    const token = this.peek();
    this.position += 1;
    return token;
  }

  is(...signs: readonly string[]): boolean {
    return isSign(this.peek(), ...signs);
  }

  take(...signs: readonly string[]): boolean {
    const found = this.is(...signs);
    if (found) this.position += 1;
    return found;
  }

  /** The first digit of the number here; the others stay as a number of their own, as TeX reads `\frac12`. */
  takeDigit(): Token {
    const token = this.next();
    if (token.kind !== 'number' || !/^\d{2,}$/.test(token.text)) return token;
    const digit = { ...token, text: token.text.charAt(0), length: 1 };
    const rest = { ...token, text: token.text.slice(1), at: token.at + 1, length: token.length - 1, spaced: false };
    this.tokens.splice(this.position - 1, 1, digit, rest);
    return digit;
  }

  /** Whether an operand begins here. A bar does unless one is open, which it then closes. */
  get opensOperand(): boolean {
    const { kind } = this.peek();
    if (kind === 'number' || kind === 'name' || kind === 'function') return true;
    if (this.is('|')) return this.bars === 0;
    return this.is('(', '[', '{', '|(', 'floor(', 'frac', 'sqrt', 'root2', 'root3', 'root4');
  }

  /** Reads something one level deeper, and throws if that is too deep. */
  deeper<T>(read: () => T): T {
    this.depth += 1;
    if (this.depth > MAX_DEPTH) throw this.problem('tooDeep', this.peek(), { max: MAX_DEPTH });
    const result = read();
    this.depth -= 1;
    return result;
  }

  /** Reads up to the bracket that closes the one here, and over it. */
  enclosed<T>(read: () => T, separates = false): T {
    const opener = this.next();
    const closer = closerOf(opener.text) ?? '|';
    const [bars, outer] = [this.bars, this.separates];
    this.bars = opener.text === '|' ? bars + 1 : 0;
    this.separates = separates;
    const result = this.deeper(read);
    if (!this.take(closer)) throw this.notClosed(opener);
    const typed = this.typed.slice(opener.at, opener.at + opener.length);
    if (typed === '[' || typed === '{') this.note('sign', opener, opener, '(');
    [this.bars, this.separates] = [bars, outer];
    return result;
  }

  private notClosed(opener: Token): Problem {
    if (this.peek().kind !== 'end') return this.unexpected();
    return this.problem('unclosed', opener);
  }

  /** Whether to read widely, where a text can be read in two ways. Throws if it was not said how. */
  wide(from: Token, to: Token): boolean {
    if (this.manner !== 'ask') return this.manner === 'wide';
    const length = Math.max(1, to.at + to.length - from.at);
    throw new Problem('ambiguous', from.at, length, { found: this.typed.slice(from.at, from.at + length) });
  }

  problem(code: ProblemCode, { at, length }: Token, values: ProblemValues = {}): Problem {
    return new Problem(code, at, length, { found: this.typed.slice(at, at + length), ...values });
  }

  /** What is wrong with the token here, which nothing can be made of. */
  unexpected(): Problem {
    const token = this.peek();
    if (token.kind === 'end') return this.problem('unexpectedEnd', token);
    if (isSign(token, ')', ']', '}', '|)', 'floor)')) return this.problem('unopened', token);
    if (isSign(token, '=')) return this.problem('equation', token);
    const follows = this.peek(1).kind === 'end' && isSign(token, ',', ';', ':');
    return this.problem(follows ? 'trailing' : 'unexpected', token);
  }

  note(kind: NoteKind, from: Token, to: Token, text: string): void {
    this.notes.add(kind, from.at, Math.max(0, to.at + to.length - from.at), text);
  }

  /** Notes a product without a sign between the token before the position and the one here. */
  noteProduct(): void {
    const [left, right] = [this.last, this.peek()];
    const piece = ({ at, length }: Token): string => this.typed.slice(at, at + length);
    this.note('product', left, right, `${piece(left)}*${piece(right)}`);
  }
}
