/** A letter of a formula with its index and exponent, as plain text: β with a 1 below, η with a − above. */
export interface SymbolText {
  readonly letter: string;
  readonly below?: string;
  readonly above?: string;
}

const letters: Readonly<Record<string, string>> = {
  '\\alpha': 'α',
  '\\beta': 'β',
  '\\gamma': 'γ',
  '\\Delta': 'Δ',
  '\\epsilon': 'ε',
  '\\eta': 'η',
  '\\kappa': 'κ',
  '\\lambda': 'λ',
  '\\mu': 'μ',
  '\\nu': 'ν',
  '\\psi': 'ψ',
  '\\rho': 'ρ',
  '\\tau': 'τ',
  '\\xi': 'ξ',
  '-': '−',
};

const known = (tex: string): boolean => !tex.startsWith('\\') || Object.hasOwn(letters, tex);
const textOf = (tex: string): string => letters[tex] ?? tex;

/** Reads the TeX of one letter, such as `\beta_1` or `\Delta_{\mathrm{min}}`; null if it needs a typesetter. */
export function symbolText(tex: string): SymbolText | null {
  const plain = tex.replace(/\\mathrm\{([a-z]+)\}/, '$1');
  const [, letter, below, above] =
    /^(\\[A-Za-z]+|[A-Za-z])(?:_\{?(\\?[A-Za-z0-9]+)\}?)?(?:\^([-+]))?$/.exec(plain) ?? [];
  if (letter === undefined || ![letter, below ?? '', above ?? ''].every(known)) return null;
  return { letter: textOf(letter), ...(below && { below: textOf(below) }), ...(above && { above: textOf(above) }) };
}
