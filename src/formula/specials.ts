import type { Rule } from './rule';
import { isMatrixFunction, type Expression, type MatrixFunction, type SpecialName } from './syntax';

/** The functions that only rules have, of those that a rule's lines call. */
export const specialsOf = ({ lines }: Pick<Rule, 'lines'>): SpecialName[] => [
  ...new Set(lines.flatMap(({ expression }) => calledIn(expression))),
];

/** The functions of matrices among them. */
export const matrixFunctionsOf = (rule: Pick<Rule, 'lines'>): MatrixFunction[] =>
  specialsOf(rule).filter(isMatrixFunction);

/** Whether compiling a rule takes what matrix.ts has. */
export const needsMatrixFunctions = (rule: Pick<Rule, 'lines'>): boolean =>
  specialsOf(rule).some((name) => isMatrixFunction(name) || name === 'solve_hessian');

function calledIn(expression: Expression): SpecialName[] {
  if (expression.kind === 'number' || expression.kind === 'name') return [];
  const within = expression.args.flatMap(calledIn);
  return expression.kind === 'special' ? [expression.name, ...within] : within;
}
