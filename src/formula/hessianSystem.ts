import { nameNode, type Expression } from './syntax';

/*
 * `solve_hessian(p, v)` in a rule that modifiers have changed. They change the Hessian column by column, as they change products with it;
 * what they do travels in two more arguments, which nobody can write: the changed column, and the changed vector that it is taken along.
 */

/** The most parameters of which a rule may solve the Hessian: so many products with it, and about 7,000 operations of elimination. */
export const MOST_SOLVED = 16;

/** Names in these arguments: a column of the Hessian, and the vector that has 1 in its place. No name that can be written has a space. */
export const COLUMN = 'hessian column';
export const UNIT = 'unit vector';

/** The changed column and the changed vector, among the arguments of a call; unchanged where there are none. */
export function changesOf(args: readonly Expression[]): readonly [Expression, Expression] {
  const [, , column = nameNode(COLUMN), direction = nameNode(UNIT)] = args;
  return [column, direction];
}
