import type { SpecialName } from '../../formula/syntax';
import type { Library } from './library';
import { matrixCalls } from './matrices';

/** The special functions of rules. The domain is left out here: every update ends with it (around.ts). */
export const specialFunctions = (library: Library, problem: Pick<Specials, ProblemName>): Specials => ({
  ...problem,
  project: (point) => point,
  norm: library.norm,
  sum: library.sumOf,
  mean: library.meanOf,
  dot: library.dot,
  ...matrixCalls,
});

type Specials = Record<SpecialName, (text: string, other: string) => string>;

/** Those that evaluate the problem. */
type ProblemName = 'grad' | 'loss' | 'hvp' | 'diag_hessian' | 'solve_hessian';

/** One number as one for each parameter. */
export const forEachParameter = (text: string, library: Library): string =>
  `${/^[\w.]+$/.test(text) ? text : `(${text})`} + ${library.filled('0')}`;

/** A call of a special function: its arguments are tensors, so that a single number is spread first. */
export const callOf = (
  functions: Specials,
  library: Library,
  name: SpecialName,
  args: readonly { readonly text: string; readonly isSingle: boolean }[],
): string => {
  const [first = '', second = ''] = args.map((arg) => (arg.isSingle ? forEachParameter(arg.text, library) : arg.text));
  return functions[name](first, second);
};
