/** A piece of a typed formula. Words become names and functions once it is known which names there are (words.ts). */
export interface Token {
  readonly kind: 'number' | 'word' | 'name' | 'function' | 'sign' | 'end';
  /** What it is in the reader's own signs: `*` for a typed multiplication sign, `theta_1` for a Greek letter with an index. */
  readonly text: string;
  /** Where it stands in the typed text. */
  readonly at: number;
  readonly length: number;
  /** Whether there is room before it. */
  readonly spaced: boolean;
  /** Whether it is one word whatever names there are, such as a command of LaTeX; other words may be products. */
  readonly whole: boolean;
}

const openers: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}', '|(': '|)', 'floor(': 'floor)' };
const closers = new Set(Object.values(openers));

export const closerOf = (sign: string): string | undefined => openers[sign];
export const isSign = (token: Token | undefined, ...signs: readonly string[]): boolean =>
  token?.kind === 'sign' && signs.includes(token.text);

/** How deep in brackets each token stands. */
export function depths(tokens: readonly Token[]): number[] {
  let depth = 0;
  return tokens.map(({ kind, text }) => {
    if (kind !== 'sign') return depth;
    if (closers.has(text)) depth -= 1;
    const own = depth;
    if (closerOf(text) !== undefined) depth += 1;
    return own;
  });
}
