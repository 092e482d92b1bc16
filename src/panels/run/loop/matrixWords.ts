import { findRule, ruleOf } from '../../../catalogue';
import type { Run } from '../../../experiment/core/types';
import { MOST_SOLVED } from '../../../formula/hessianSystem';
import { specialsOf } from '../../../formula/specials';
import { isMatrixFunction, type MatrixFunction, type SpecialName } from '../../../formula/syntax';

function specialsOfKey(optimizer: string): SpecialName[] {
  const entry = findRule(optimizer);
  return entry ? specialsOf(ruleOf(entry)) : [];
}

const calledBy = (optimizer: string): MatrixFunction[] => specialsOfKey(optimizer).filter(isMatrixFunction);

/** Keys of the sentences about a rule on a problem without a matrix; empty for a rule that does nothing with matrices. */
export function matrixWords(optimizer: string): ('noMatrix' | 'onlySign' | 'onlyAdagrad' | 'onlyAdam')[] {
  const called = calledBy(optimizer);
  if (called.length === 0) return [];
  if (called.includes('orthogonalize')) return ['noMatrix', 'onlySign'];
  if (optimizer === 'shampoo') return ['noMatrix', 'onlyAdagrad'];
  return optimizer === 'soap' ? ['noMatrix', 'onlyAdam'] : ['noMatrix'];
}

/** Keys of the sentences about a rule that solves more of the Hessian than it may, after the problem has grown. */
export const solvedWords = (optimizer: string, parameters: number): 'tooManySolved'[] =>
  parameters > MOST_SOLVED && specialsOfKey(optimizer).includes('solve_hessian') ? ['tooManySolved'] : [];

/**
 * Keys of the sentences about a rule on a problem with a matrix. Where gradients have not reached every direction, the columns of a product
 * with a basis depend on each other but for rounding, and so rounding decides how the basis goes on there.
 */
export const basisWords = (optimizer: string, batch: Run['batch'] | undefined): 'roundedBasis'[] =>
  typeof batch?.size === 'number' && calledBy(optimizer).includes('orthonormal_basis') ? ['roundedBasis'] : [];
