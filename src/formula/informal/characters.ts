/** Signs that mean one of the language's own. Those that are written with two characters stand in `wideSigns`. */
const signs: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...'−–—‐‑‒﹣➖'].map((sign) => [sign, '-'])),
  ...Object.fromEntries([...'×·⋅∙•∗✕✖⨯'].map((sign) => [sign, '*'])),
  ...Object.fromEntries([...'÷∕⁄➗'].map((sign) => [sign, '/'])),
  ...Object.fromEntries([...'ˆ↑'].map((sign) => [sign, '^'])),
  '➕': '+',
  '、': ',',
  '。': '.',
  '∣': '|',
  '❘': '|',
  '【': '[',
  '】': ']',
  '〔': '(',
  '〕': ')',
  ϵ: 'ε',
  ϕ: 'φ',
  ϑ: 'θ',
  ϱ: 'ρ',
  ς: 'σ',
  µ: 'μ',
};

/** Characters that show nothing, or a space, in a formula. */
const INVISIBLE = /[\s\u00ad\u200b-\u200f\u2060-\u2064\ufeff$]/u;

/** A typed text with one character for each that the reader knows, and where each of them stood. */
export interface Normalized {
  readonly text: string;
  /** Offset in the typed text of each character, and of the end. */
  readonly at: readonly number[];
}

/** Full-width and mathematical letters, digits and signs as plain ones; other signs as the language's own. */
export function normalize(typed: string): Normalized {
  let text = '';
  const at: number[] = [];
  let offset = 0;
  for (const character of typed) {
    text += plain(character);
    at.push(offset);
    offset += character.length;
  }
  return { text, at: [...at, offset] };
}

function plain(character: string): string {
  if (INVISIBLE.test(character)) return ' ';
  const own = signs[character];
  if (own !== undefined) return own;
  const code = character.codePointAt(0) ?? 0;
  const isStyled = (code >= 0xff01 && code <= 0xff5e) || (code >= 0x1d400 && code <= 0x1d7ff);
  const folded = isStyled ? character.normalize('NFKC') : character;
  // Greek in mathematical type may fold to a variant of a letter. One character for one, so that offsets fit.
  const folds = signs[folded] ?? folded;
  return folds.length === 1 ? folds : '\ufffd';
}

export const superscripts: Readonly<Record<string, string>> = pairs(
  '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱˣʸᵃᵇᵏᵐᵗ',
  '0123456789+-=()nixyabkmt',
);
export const subscripts: Readonly<Record<string, string>> = pairs('₀₁₂₃₄₅₆₇₈₉ₐₑₒₓₖₘₙₜᵢⱼ', '0123456789aeoxkmntij');
export const wideSigns: Readonly<Record<string, string>> = {
  '≤': '<=',
  '≦': '<=',
  '⩽': '<=',
  '≥': '>=',
  '≧': '>=',
  '⩾': '>=',
  '≠': '!=',
  '≔': ':=',
};
export const roots: Readonly<Record<string, number>> = { '√': 2, '∛': 3, '∜': 4 };
export const fractions: Readonly<Record<string, readonly [number, number]>> = {
  '½': [1, 2],
  '⅓': [1, 3],
  '⅔': [2, 3],
  '¼': [1, 4],
  '¾': [3, 4],
  '⅕': [1, 5],
  '⅖': [2, 5],
  '⅗': [3, 5],
  '⅘': [4, 5],
  '⅙': [1, 6],
  '⅚': [5, 6],
  '⅐': [1, 7],
  '⅛': [1, 8],
  '⅜': [3, 8],
  '⅝': [5, 8],
  '⅞': [7, 8],
  '⅑': [1, 9],
  '⅒': [1, 10],
};

const greekNames =
  'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma tau upsilon phi chi psi omega'.split(
    ' ',
  );
const small = [...'αβγδεζηθικλμνξοπρστυφχψω'];

/** The name of every Greek letter; capital ones begin with a capital. */
export const greek: Readonly<Record<string, string>> = Object.fromEntries(
  small.flatMap((letter, i) => {
    const name = greekNames[i] ?? '';
    return [
      [letter, name],
      [letter.toUpperCase(), name.charAt(0).toUpperCase() + name.slice(1)],
    ];
  }),
);

function pairs(from: string, to: string): Record<string, string> {
  return Object.fromEntries([...from].map((character, i) => [character, to.charAt(i)]));
}
