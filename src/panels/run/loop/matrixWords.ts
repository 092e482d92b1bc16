import { findOptimizer, ruleOf } from '../../../catalogue';
import { matrixFunctionsOf } from '../../../formula/specials';

/** Keys of the sentences about a rule on a problem without a matrix; empty for a rule that does nothing with matrices. */
export function matrixWords(optimizer: string): ('noMatrix' | 'onlySign')[] {
  const entry = findOptimizer(optimizer);
  const called = entry ? matrixFunctionsOf(ruleOf(entry)) : [];
  if (called.length === 0) return [];
  return called.includes('orthogonalize') ? ['noMatrix', 'onlySign'] : ['noMatrix'];
}
