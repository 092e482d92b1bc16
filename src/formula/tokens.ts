import { FormulaError } from './errors';

export interface Token {
  readonly kind: 'number' | 'name' | 'sign' | 'end';
  readonly text: string;
  readonly at: number;
}

const PATTERN =
  /\s*(?:(?<number>(?:\d+(?:\.(?!\.)\d*)?|\.\d+)(?:[eE][+-]?\d+)?)|(?<name>[A-Za-z][A-Za-z0-9_]*)|(?<sign>\.\.|<=|>=|==|!=|[-+*/^()<>,=]))/y;

/** Splits a text into tokens, the last of kind `end`. Throws FormulaError on a character that the language does not have. */
export function tokenize(text: string, from = 0, to = text.length): Token[] {
  const tokens: Token[] = [];
  const part = text.slice(0, to);
  PATTERN.lastIndex = from;
  for (let at = from; part.slice(at).trim() !== ''; at = PATTERN.lastIndex) {
    PATTERN.lastIndex = at;
    const groups = PATTERN.exec(part)?.groups;
    if (!groups) {
      const bad = at + (part.slice(at).length - part.slice(at).trimStart().length);
      const found = String.fromCodePoint(part.codePointAt(bad) ?? 0);
      throw new FormulaError('badCharacter', bad, found.length, { found });
    }
    const [kind, found = ''] = Object.entries(groups).find(([, value]) => value !== undefined) ?? ['sign'];
    tokens.push({ kind: kind as Token['kind'], text: found, at: PATTERN.lastIndex - found.length });
  }
  tokens.push({ kind: 'end', text: '', at: part.trimEnd().length });
  return tokens;
}
