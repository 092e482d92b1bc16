import fc from 'fast-check';
import { operators, print, type Expression } from '../../index';
import { expressionTex } from '../../tex';

/** How a formula may be written otherwise than in the project's notation. Each way keeps its meaning. */
export const ways: Readonly<Record<string, (formula: Expression) => string>> = {
  stars: (formula) => print(formula).replaceAll('^', '**'),
  'full-width': (formula) => [...print(formula)].map(wide).join(''),
  'other signs': (formula) =>
    print(formula).replaceAll(' - ', ' − ').replaceAll('*', '×').replaceAll(' <= ', ' ≤ ').replaceAll(' >= ', ' ≥ '),
  superscripts: (formula) =>
    print(formula).replace(/\^(\d+)(?![\d.e^])/g, (_, digits: string) => [...digits].map(raised).join('')),
  'no signs of multiplication': (formula) => withoutStars(formula),
  LaTeX: (formula) => expressionTex(formula),
  'NumPy and PyTorch': (formula) => inLibrary(print(formula), 'np.'),
  JavaScript: (formula) => inLibrary(print(formula), 'Math.').replaceAll('pi', 'Math.PI'),
  'other names': (formula) =>
    print(formula).replace(/\b(log|asin|acos|atan|max|min)\(/g, (_, name: string) => `${otherNames[name] ?? name}(`),
  'a left side': (formula) => `f(x, y) = ${print(formula)}`,
  'a value': (formula) => `z := +(${print(formula)})`,
  lambda: (formula) => `lambda x, y: ${print(formula)}`,
  'room and lines': (formula) => `\n ${print(formula).replaceAll('*', '\u00a0*\n').replaceAll('(', '(\u2009')}\u200b`,
  'other brackets': (formula) => print(formula).replaceAll('(', '[').replaceAll(')', ']'),
  bars: (formula) => print(formula).replace(/\babs\((\w+)\)/g, '|$1|'),
  capitals: (formula) => print(formula).replace(/\b([a-z]{3,})\(/g, (_, name: string) => `${name.toUpperCase()}(`),
};

const otherNames: Readonly<Record<string, string>> = {
  log: 'ln',
  asin: 'arcsin',
  acos: 'arccos',
  atan: 'arctan',
  max: 'maximum',
  min: 'minimum',
};
const wide = (character: string): string =>
  character > ' ' && character <= '~' ? String.fromCharCode(character.charCodeAt(0) + 0xfee0) : character;
const raised = (digit: string): string => '⁰¹²³⁴⁵⁶⁷⁸⁹'.charAt(Number(digit));
const inLibrary = (text: string, prefix: string): string => text.replace(/\b([a-z][a-z0-9]+)\(/g, `${prefix}$1(`);

/** Products without a sign where the right factor can follow, with everything that could be misread in brackets. */
function withoutStars(formula: Expression): string {
  if (formula.kind !== 'apply') return print(formula);
  const { operator, args } = formula;
  const [left = '', right = '', third = ''] = args.map(withoutStars);
  const bracketed = args.map((arg, i) => {
    const text = [left, right, third][i] ?? '';
    return arg.kind === 'name' || (arg.kind === 'number' && !text.includes('e')) ? text : `(${text})`;
  });
  const [a = '', b = ''] = bracketed;
  if (operator === 'mul') return args[1]?.kind === 'number' ? `${a}*${b}` : `${a}${b}`;
  const { syntax } = operators[operator];
  if (syntax === 'function') return `${operator}(${[left, right, third].slice(0, args.length).join(', ')})`;
  return syntax === 'negation' ? `-${a}` : `${a}${syntax.infix}${b}`;
}

/** A text with one character left out, doubled, exchanged or put in. */
export const mutated = (texts: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(
      texts,
      fc.nat(),
      fc.constantFrom('cut', 'double', 'put', 'swap'),
      fc.constantFrom(...'()[]{}|^*/+-=,.;:%\\_²½√πθ，（１ ex2∑é😀'),
    )
    .map(([text, seed, how, character]) => {
      const at = text.length === 0 ? 0 : seed % text.length;
      const [before, here, after] = [text.slice(0, at), text.charAt(at), text.slice(at + 1)];
      if (how === 'cut') return before + after;
      if (how === 'double') return before + here + here + after;
      return how === 'put' ? before + character + here + after : before + character + after;
    });
