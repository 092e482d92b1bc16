import { fractions, greek, normalize, roots, subscripts, superscripts, wideSigns, type Normalized } from './characters';
import { latexAccents, latexSigns, latexSpaces, latexStyles, latexWords } from './latexCommands';
import { Notes, type NoteKind } from './notes';
import { Problem } from './problem';
import type { Token } from './token';
import { libraries } from './vocabulary';

const NUMBER = /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y;
const LATIN = /[A-Za-z][A-Za-z0-9_]*/y;
const DOTTED = /[A-Za-z]\w*(?:\.[A-Za-z]\w*)+/y;
const COMMAND = /\\(?:[A-Za-z]+|[^A-Za-z])/y;
const SIGN = /\*\*|\/\/|\.[*/^]|<=|>=|==|!=|<>|:=|=>|&&|[-+*/^()[\]{}<>,;:=|%]/y;
const INDEX_IN_BRACES = /_\{\s*([A-Za-z0-9]+)\s*\}/y;
const INDEX = /_([0-9]+|[A-Za-z])/y;
const ARGUMENT = /\s*\{\s*\\?([A-Za-z][A-Za-z0-9\\_ ]*)\}/y;

/** Signs that programs write in another way. */
const otherSigns: Readonly<Record<string, string>> = {
  '**': '^',
  '.*': '*',
  './': '/',
  '.^': '^',
  '<>': '!=',
  ':=': '=',
};

/** Splits a typed text into tokens, the last of kind `end`. Throws Problem on what it does not know. */
export function scan(typed: string, notes: Notes): Token[] {
  return new Scanner(normalize(typed), typed, notes).tokens();
}

class Scanner {
  private position = 0;
  private spaced = false;
  private readonly found: Token[] = [];

  constructor(
    private readonly source: Normalized,
    private readonly typed: string,
    private readonly notes: Notes,
  ) {}

  tokens(): Token[] {
    const { text } = this.source;
    while (this.position < text.length) {
      const character = text.charAt(this.position);
      if (character === ' ' || character === '~') this.skip(1);
      else this.token(character);
    }
    this.push('end', '', this.position);
    return this.found;
  }

  private token(character: string): void {
    if (character === '\\') this.command();
    else if (/[0-9.]/.test(character) && this.match(NUMBER) !== null) this.number();
    else if (/[A-Za-z]/.test(character)) this.latin();
    else if (Object.hasOwn(greek, character)) this.indexed(greek[character] ?? '', this.position, 1, true);
    else if (Object.hasOwn(superscripts, character)) this.superscript();
    else if (Object.hasOwn(fractions, character)) this.fraction(fractions[character] ?? [1, 1]);
    else if (Object.hasOwn(roots, character)) this.emit('sign', `root${roots[character] ?? 2}`, 1);
    else if (character === '⌊' || character === '⌋') this.emit('sign', character === '⌊' ? 'floor(' : 'floor)', 1);
    else if (Object.hasOwn(wideSigns, character)) this.emit('sign', wideSigns[character] ?? '', 1, 'sign');
    else this.sign();
  }

  private match(pattern: RegExp, from = this.position): RegExpExecArray | null {
    pattern.lastIndex = from;
    return pattern.exec(this.source.text);
  }

  private skip(count: number): void {
    this.position += count;
    this.spaced = true;
  }

  /** Adds a token that ends where the scanner now is. */
  private push(kind: Token['kind'], text: string, from: number, whole = false): void {
    const at = this.offset(from);
    this.found.push({ kind, text, at, length: this.offset(this.position) - at, spaced: this.spaced, whole });
    this.spaced = false;
  }

  private offset(position: number): number {
    return this.source.at[position] ?? this.typed.length;
  }

  private emit(kind: Token['kind'], text: string, count: number, note?: NoteKind): void {
    const from = this.position;
    this.position += count;
    this.push(kind, text, from);
    if (note) this.note(note, from, text);
  }

  private note(kind: NoteKind, from: number, to: string): void {
    const at = this.offset(from);
    this.notes.add(kind, at, this.offset(this.position) - at, to);
  }

  private problem(code: 'badCharacter' | 'unknownCommand', count: number): Problem {
    const at = this.offset(this.position);
    const length = this.offset(this.position + count) - at;
    return new Problem(code, at, length, { found: this.typed.slice(at, at + length) });
  }

  private number(): void {
    const [text = ''] = this.match(NUMBER) ?? [];
    this.emit('number', text, text.length, 'sign');
  }

  private sign(): void {
    const [text] = this.match(SIGN) ?? [];
    if (text === undefined) throw this.problem('badCharacter', 1);
    const own = otherSigns[text] ?? text;
    this.emit('sign', own, text.length, own === '^' ? 'power' : 'sign');
  }

  /** A word in Latin letters, perhaps with the name of a library before it and an index after it. */
  private latin(): void {
    const dotted = this.match(DOTTED)?.[0].split('.') ?? [];
    const word = dotted.at(-1) ?? '';
    if (dotted.length > 1 && dotted.slice(0, -1).every((part) => libraries.has(part))) {
      return this.wholeWord(word.length > 1 ? word : word.toLowerCase(), dotted.join('.').length, 'function');
    }
    const [text = ''] = this.match(LATIN) ?? [];
    const opensIndex = text.endsWith('_') && this.source.text.charAt(this.position + text.length) === '{';
    const stem = opensIndex ? text.slice(0, -1) : text;
    this.indexed(stem, this.position, stem.length, false);
  }

  private wholeWord(text: string, count: number, note: NoteKind): void {
    const from = this.position;
    this.position += count;
    this.push('word', text, from, true);
    this.note(note, from, text);
  }

  /** A name that takes up `count` characters, with the index that may follow. */
  private indexed(stem: string, from: number, count: number, whole: boolean): void {
    this.position = from + count;
    let name = stem;
    const braced = this.match(INDEX_IN_BRACES) ?? (whole ? this.match(INDEX) : null);
    if (braced) {
      name += `_${braced[1] ?? ''}`;
      this.position += braced[0].length;
    } else name += this.smallIndex(whole);
    this.push('word', name, from, whole);
    this.note('name', from, name);
  }

  /** An index in small letters; after a Greek letter, digits are one as well. */
  private smallIndex(whole: boolean): string {
    const start = this.position;
    const { text } = this.source;
    while (Object.hasOwn(subscripts, text.charAt(this.position))) this.position += 1;
    const small = [...text.slice(start, this.position)].map((character) => subscripts[character] ?? '').join('');
    if (small !== '') return `_${small}`;
    const digits = whole ? (/^\d+/.exec(text.slice(this.position))?.[0] ?? '') : '';
    this.position += digits.length;
    return digits;
  }

  /** A run of raised characters, as a power whose exponent stands in braces. */
  private superscript(): void {
    const from = this.position;
    const { text } = this.source;
    while (Object.hasOwn(superscripts, text.charAt(this.position))) this.position += 1;
    const raised = [...text.slice(from, this.position)].map((character) => superscripts[character] ?? '').join('');
    const at = this.source.at.slice(from, this.position + 1);
    // Its own notes are of no interest: the power is the note.
    const inner = new Scanner({ text: raised, at }, this.typed, new Notes(this.typed)).tokens().slice(0, -1);
    this.push('sign', '^', from);
    this.push('sign', '{', from);
    this.found.push(...inner);
    this.push('sign', '}', from);
    this.note('power', from, `^${inner.length > 1 ? `(${raised})` : raised}`);
  }

  /** One half as (1/2); after a number, as in 1½, added to it. */
  private fraction([above, below]: readonly [number, number]): void {
    const from = this.position;
    const before = this.found.at(-1);
    const isMixed = before?.kind === 'number' && !this.spaced && /^\d+$/.test(before.text);
    const whole = isMixed ? Number(before.text) : 0;
    if (isMixed) this.found.pop();
    this.position += 1;
    const start = isMixed ? before.at : this.offset(from);
    const length = this.offset(this.position) - start;
    const piece = (kind: Token['kind'], text: string): void => {
      const spaced = this.spaced || (isMixed && before.spaced);
      this.found.push({ kind, text, at: start, length, spaced, whole: false });
      this.spaced = false;
    };
    piece('sign', '{');
    piece('number', String(whole * below + above));
    piece('sign', '/');
    piece('number', String(below));
    piece('sign', '}');
    this.notes.add('fraction', start, length, `${whole * below + above}/${below}`);
  }

  private command(): void {
    const [text = '\\'] = this.match(COMMAND) ?? [];
    const name = text.slice(1);
    if (latexSpaces.has(name)) {
      this.position += text.length;
      if (!/^(?:left|right|middle|[bB]ig)/.test(name)) this.spaced = true;
      // \left. and \right. are brackets that do not show.
      if ((name === 'left' || name === 'right') && this.source.text.charAt(this.position) === '.') this.skip(1);
      else if (name === 'left' || name === 'right') this.bar(name);
      return;
    }
    const sign = Object.hasOwn(latexSigns, name) ? latexSigns[name] : undefined;
    if (sign !== undefined) return this.emit('sign', sign, text.length, /^[a-z|{}]/.test(sign) ? undefined : 'sign');
    if (Object.hasOwn(latexWords, name)) return this.indexed(latexWords[name] ?? '', this.position, text.length, true);
    if (latexStyles.has(name) || latexAccents.has(name)) return this.styled(name, text.length);
    throw this.problem('unknownCommand', text.length);
  }

  /** The bar after \left or \right, which opens or closes. */
  private bar(side: 'left' | 'right'): void {
    const [room = ''] = /^ */.exec(this.source.text.slice(this.position)) ?? [];
    if (this.source.text.charAt(this.position + room.length) !== '|') return;
    this.position += room.length;
    this.emit('sign', side === 'left' ? '|(' : '|)', 1);
  }

  /** A command around one name; around anything else it only changes the type. */
  private styled(command: string, count: number): void {
    const argument = this.match(ARGUMENT, this.position + count);
    if (!argument) return latexAccents.has(command) ? this.refuse(count) : this.skip(count);
    const name = (argument[1] ?? '').replace(/\\|\s/g, '');
    this.indexed(name + (latexAccents.has(command) ? command : ''), this.position, count + argument[0].length, true);
  }

  private refuse(count: number): never {
    throw this.problem('unknownCommand', count);
  }
}
