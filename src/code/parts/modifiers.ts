import { pythonOf, type Meaning, type Scope } from '../python/expression';
import { numberText, statement } from '../python/lines';
import type { RuleSubject } from '../subject/rule';
import type { Library } from './library';
import { callOf, specialFunctions } from './specials';

/**
 * What modifiers do to the tensor with this name, as statements: to a gradient `g` taken at `p`, or to a product `h` of the Hessian
 * with a vector `v`.
 * @param vector what `v` is in the program; 1 for the Hessian's diagonal
 */
export function modifierLines(
  { gradientLines, productLines, modifierHyper }: RuleSubject,
  library: Library,
  changed: 'g' | 'h',
  vector: Meaning = { text: 'v', kind: 'tensor' },
): string[] {
  const scope = modifierScope(modifierHyper, library, vector);
  const lines = changed === 'g' ? gradientLines : productLines;
  return lines.flatMap((line) => statement(`${changed} = `, pythonOf(line, scope)));
}

/** The vector `v`, as modifiers make it before the Hessian is multiplied with it, in Python. */
export const modifiedVector = ({ directionLines, modifierHyper }: RuleSubject, library: Library): string =>
  directionLines.reduce(
    (text, line) => pythonOf(line, modifierScope(modifierHyper, library, { text, kind: 'tensor' })),
    'v',
  );

const noProblem = (): never => {
  throw new RangeError('a modifier evaluates no loss');
};

/** What the names in the lines of modifiers are in the program. */
function modifierScope(hyper: RuleSubject['modifierHyper'], library: Library, vector: Meaning): Scope {
  const functions = specialFunctions(library, {
    grad: noProblem,
    loss: noProblem,
    hvp: noProblem,
    diag_hessian: noProblem,
    solve_hessian: noProblem,
  });
  return {
    dialect: library.dialect,
    name: (name) => {
      const tensors = ['g', 'h', 'p', 'theta', 'noise'];
      if (tensors.includes(name)) return { text: name, kind: 'tensor' };
      if (name === 'v') return vector;
      if (name === 'free') return { text: name, kind: 'mask' };
      return name === 't'
        ? { text: name, kind: 'number' }
        : Object.hasOwn(hyper, name)
          ? { text: numberText(hyper[name] ?? Number.NaN), kind: 'number' }
          : undefined;
    },
    special: (name, args) => callOf(functions, library, name, args),
    numbers: library.numbers,
  };
}
