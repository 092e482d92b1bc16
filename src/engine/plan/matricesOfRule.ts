import type { Rule } from '../../formula';
import { matrixFunctionsOf } from '../../formula/specials';
import { isMatrix, type Tensor } from '../../formula/tensor';

/**
 * The matrices that a rule acts on as such: `orthogonalize` takes any, the other functions of matrices only square ones. For what is in
 * none of them, each parameter is a matrix of its own.
 */
export function matricesOfRule(rule: Rule, tensors: readonly Tensor[]): Tensor[] {
  const called = matrixFunctionsOf(rule);
  const takes = ({ rows, columns }: Tensor) => rows === columns || called.includes('orthogonalize');
  return called.length === 0 ? [] : tensors.filter((tensor) => isMatrix(tensor) && takes(tensor));
}
