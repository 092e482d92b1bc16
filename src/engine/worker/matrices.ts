import { isMethod } from '../../catalogue';
import { ruleById } from '../../experiment/core/choice';
import type { Experiment } from '../../experiment/core/types';
import { needsMatrixFunctions } from '../../formula/specials';
import { hasMatrixFunctions, provideMatrixFunctions } from '../../formula/matrixFunctions';
import { waitFor } from '../common/waitFor';
import type { BodyOf, RequestKind } from './requests';

/**
 * Loads the functions of matrices if a run of the request's experiment calls one; pauses until they are there. Throws where they cannot be
 * loaded.
 */
export function* withMatrixFunctions(body: BodyOf<RequestKind>): Generator<void, void> {
  if (hasMatrixFunctions() || !('experiment' in body) || !body.experiment.runs.some(callsMatrices)) return;
  try {
    provideMatrixFunctions(yield* waitFor(import('../../formula/matrix')));
  } catch (cause) {
    throw new Error('functions of matrices cannot be loaded', { cause });
  }
}

const callsMatrices = ({ optimizer }: Experiment['runs'][number]): boolean =>
  !isMethod(optimizer) && needsMatrixFunctions(ruleById(optimizer));
