import { findRule, ruleOf } from '../../../catalogue';
import type { Run } from '../../../experiment/core/types';
import { matrixFunctionsOf } from '../../../formula/specials';
import type { MatrixFunction } from '../../../formula/syntax';

function calledBy(optimizer: string): MatrixFunction[] {
  const entry = findRule(optimizer);
  return entry ? matrixFunctionsOf(ruleOf(entry)) : [];
}

/** Keys of the sentences about a rule on a problem without a matrix; empty for a rule that does nothing with matrices. */
export function matrixWords(optimizer: string): ('noMatrix' | 'onlySign' | 'onlyAdagrad' | 'onlyAdam')[] {
  const called = calledBy(optimizer);
  if (called.length === 0) return [];
  if (called.includes('orthogonalize')) return ['noMatrix', 'onlySign'];
  if (optimizer === 'shampoo') return ['noMatrix', 'onlyAdagrad'];
  return optimizer === 'soap' ? ['noMatrix', 'onlyAdam'] : ['noMatrix'];
}

/**
 * Keys of the sentences about a rule on a problem with a matrix. Where gradients have not reached every direction, the columns of a product
 * with a basis depend on each other but for rounding, and so rounding decides how the basis goes on there.
 */
export const basisWords = (optimizer: string, batch: Run['batch'] | undefined): 'roundedBasis'[] =>
  typeof batch?.size === 'number' && calledBy(optimizer).includes('orthonormal_basis') ? ['roundedBasis'] : [];
