import { modelOf, problemOf } from '../../experiment';
import type { ProblemChoice } from '../../experiment/core/types';
import type { Tensor } from '../../formula/tensor';
import { tensorsOf } from './tensors';

/** The tensors of a chosen problem; a typed loss has none. */
export function tensorsOfChoice(choice: ProblemChoice): Tensor[] {
  if (choice.kind === 'data') return tensorsOf(modelOf(choice));
  const problem = problemOf(choice);
  return problem?.kind === 'function' ? tensorsOf(problem) : [];
}
