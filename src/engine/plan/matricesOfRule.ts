import type { Rule } from '../../formula';
import { matrixFunctionsOf } from '../../formula/specials';
import { isOfAnyShape } from '../../formula/syntax';
import { isMatrix, type Tensor } from '../../formula/tensor';

/**
 * The matrices that a rule acts on as such: some of the functions of matrices take any (`isOfAnyShape`), the others only square ones. For
 * what is in none of them, each parameter is a matrix of its own.
 */
export function matricesOfRule(rule: Rule, tensors: readonly Tensor[]): Tensor[] {
  const called = matrixFunctionsOf(rule);
  const takes = ({ rows, columns }: Tensor) => rows === columns || called.some(isOfAnyShape);
  return called.length === 0 ? [] : tensors.filter((tensor) => isMatrix(tensor) && takes(tensor));
}
