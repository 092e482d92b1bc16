import { findRule, ruleOf } from '../../../catalogue';
import { matrixFunctionsOf } from '../../../formula/specials';

/** Keys of the sentences about a rule on a problem without a matrix; empty for a rule that does nothing with matrices. */
export function matrixWords(optimizer: string): ('noMatrix' | 'onlySign' | 'onlyAdagrad')[] {
  const entry = findRule(optimizer);
  const called = entry ? matrixFunctionsOf(ruleOf(entry)) : [];
  if (called.length === 0) return [];
  if (called.includes('orthogonalize')) return ['noMatrix', 'onlySign'];
  return optimizer === 'shampoo' ? ['noMatrix', 'onlyAdagrad'] : ['noMatrix'];
}
