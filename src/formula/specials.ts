import type { Rule } from './rule';
import { isMatrixFunction, type Expression, type MatrixFunction, type SpecialName } from './syntax';

type Call = Expression & { readonly kind: 'special' };

/** The calls of functions that only rules have, line by line, a call before those in its arguments. */
export const specialCalls = ({ lines }: Pick<Rule, 'lines'>): Call[] =>
  lines.flatMap(({ expression }) => callsIn(expression));

/** The functions that only rules have, of those that a rule's lines call. */
export const specialsOf = (rule: Pick<Rule, 'lines'>): SpecialName[] => [
  ...new Set(specialCalls(rule).map(({ name }) => name)),
];

/** The functions of matrices among them. */
export const matrixFunctionsOf = (rule: Pick<Rule, 'lines'>): MatrixFunction[] =>
  specialsOf(rule).filter(isMatrixFunction);

/** Whether compiling a rule takes what matrix.ts has. */
export const needsMatrixFunctions = (rule: Pick<Rule, 'lines'>): boolean =>
  specialsOf(rule).some((name) => isMatrixFunction(name) || name === 'solve_hessian');

function callsIn(expression: Expression): Call[] {
  if (expression.kind === 'number' || expression.kind === 'name') return [];
  const within = expression.args.flatMap(callsIn);
  return expression.kind === 'special' ? [expression, ...within] : within;
}
