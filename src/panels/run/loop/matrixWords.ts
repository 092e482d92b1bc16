import { findRule, ruleOf } from '../../../catalogue';
import { matricesOfRule } from '../../../engine/plan/matricesOfRule';
import type { Run } from '../../../experiment/core/types';
import { MOST_SOLVED } from '../../../formula/hessianSystem';
import { matrixFunctionsOf, specialsOf } from '../../../formula/specials';
import type { Tensor } from '../../../formula/tensor';

type MatrixWord = 'noMatrix' | 'noSquare' | 'onlySign' | 'onlyAdagrad' | 'onlyAdam';

/**
 * Keys of the sentences about a rule on a problem without a matrix that the rule acts on; empty for a rule that does nothing with
 * matrices.
 * @param matrices those of the problem
 */
export function matrixWords(optimizer: string, matrices: readonly Tensor[]): MatrixWord[] {
  const entry = findRule(optimizer);
  const rule = entry && ruleOf(entry);
  const called = rule ? matrixFunctionsOf(rule) : [];
  if (!rule || called.length === 0 || matricesOfRule(rule, matrices).length > 0) return [];
  const none = matrices.length > 0 ? 'noSquare' : 'noMatrix';
  if (called.includes('orthogonalize')) return [none, 'onlySign'];
  if (optimizer === 'shampoo') return [none, 'onlyAdagrad'];
  return optimizer === 'soap' ? [none, 'onlyAdam'] : [none];
}

/** Keys of the sentences about a rule that solves more of the Hessian than it may, after the problem has grown. */
export function solvedWords(optimizer: string, parameters: number): 'tooManySolved'[] {
  const entry = findRule(optimizer);
  const solves = entry && specialsOf(ruleOf(entry)).includes('solve_hessian');
  return solves && parameters > MOST_SOLVED ? ['tooManySolved'] : [];
}

/**
 * Keys of the sentences about a rule on a problem with a matrix. Where gradients have not reached every direction, the columns of a product
 * with a basis depend on each other but for rounding, and so rounding decides how the basis goes on there.
 */
export function basisWords(
  optimizer: string,
  matrices: readonly Tensor[],
  batch: Run['batch'] | undefined,
): 'roundedBasis'[] {
  const entry = findRule(optimizer);
  const rule = entry && ruleOf(entry);
  if (!rule || !batch || !leavesOutSamples(batch) || matricesOfRule(rule, matrices).length === 0) return [];
  return matrixFunctionsOf(rule).includes('orthonormal_basis') ? ['roundedBasis'] : [];
}

/** Whether an update may see fewer than all samples: a batch, the first stages of a curriculum, or samples drawn with replacement. */
const leavesOutSamples = ({ size, stages, sampling }: NonNullable<Run['batch']>): boolean =>
  typeof size === 'number' || stages > 1 || sampling === 'replacement';
