import { findRule, ruleOf } from '../../../catalogue';
import { matricesOfRule } from '../../../engine/plan/matricesOfRule';
import { matrixFunctionsOf } from '../../../formula/specials';
import type { Tensor } from '../../../formula/tensor';

type MatrixWord = 'noMatrix' | 'noSquare' | 'onlySign' | 'onlyAdagrad';

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
  return optimizer === 'shampoo' ? [none, 'onlyAdagrad'] : [none];
}
