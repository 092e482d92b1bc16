import { greek } from './characters';

/** Commands that are signs of the reader; `|(` and `|)` are bars that are known to open or to close. */
export const latexSigns: Readonly<Record<string, string>> = {
  cdot: '*',
  times: '*',
  ast: '*',
  div: '/',
  le: '<=',
  leq: '<=',
  leqslant: '<=',
  ge: '>=',
  geq: '>=',
  geqslant: '>=',
  ne: '!=',
  neq: '!=',
  lt: '<',
  gt: '>',
  lvert: '|(',
  rvert: '|)',
  lVert: '|(',
  rVert: '|)',
  vert: '|',
  mid: '|',
  '|': '|',
  lfloor: 'floor(',
  rfloor: 'floor)',
  frac: 'frac',
  dfrac: 'frac',
  tfrac: 'frac',
  cfrac: 'frac',
  sqrt: 'sqrt',
  '{': '(',
  '}': ')',
  lbrace: '(',
  rbrace: ')',
  lbrack: '[',
  rbrack: ']',
  lparen: '(',
  rparen: ')',
  '%': '%',
};

/** Commands that only make room or change the type. */
export const latexSpaces: ReadonlySet<string> = new Set([
  ...[',', ';', ':', '!', ' ', '(', ')', '[', ']', '/'],
  ...'quad qquad space thinspace displaystyle textstyle scriptstyle limits nolimits left right middle'.split(' '),
  ...'big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr Biggl Biggr bigm'.split(' '),
]);

/** Commands around a name. */
export const latexStyles: ReadonlySet<string> = new Set(
  'mathrm mathit mathbf mathsf mathcal mathbb mathnormal operatorname text textrm textit textbf boldsymbol bm'.split(
    ' ',
  ),
);
export const latexAccents: ReadonlySet<string> = new Set(['hat', 'bar', 'tilde']);

const words = 'sin cos tan cot sec csc arcsin arccos arctan arccot sinh cosh tanh ln log lg exp min max'.split(' ');

/** Commands that are names of functions or letters, and the names. */
export const latexWords: Readonly<Record<string, string>> = {
  ...Object.fromEntries(words.map((word) => [word, word])),
  ...Object.fromEntries(Object.values(greek).map((name) => [name, name])),
  varepsilon: 'epsilon',
  vartheta: 'theta',
  varphi: 'phi',
  varrho: 'rho',
  varsigma: 'sigma',
  arsinh: 'asinh',
  arcosh: 'acosh',
  artanh: 'atanh',
};
