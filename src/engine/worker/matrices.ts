import { isMethod } from '../../catalogue';
import { ruleById } from '../../experiment/core/choice';
import type { Experiment } from '../../experiment/core/types';
import { needsMatrixFunctions } from '../../formula/specials';
import { hasMatrixFunctions, provideMatrixFunctions } from '../../formula/matrixFunctions';
import type { BodyOf, RequestKind } from './requests';

/**
 * Loads the functions of matrices if a run of the request's experiment calls one; pauses until they are there. Throws where they cannot be
 * loaded.
 */
export function* withMatrixFunctions(body: BodyOf<RequestKind>): Generator<void, void> {
  if (hasMatrixFunctions() || !('experiment' in body) || !body.experiment.runs.some(callsMatrices)) return;
  const loading: { state: 'waiting' | 'loaded' | 'failed'; error?: unknown } = { state: 'waiting' };
  import('../../formula/matrix').then(
    (matrices) => {
      provideMatrixFunctions(matrices);
      loading.state = 'loaded';
    },
    (error: unknown) => Object.assign(loading, { state: 'failed', error }),
  );
  while (loading.state === 'waiting') yield;
  if (loading.state === 'failed') throw new Error('functions of matrices cannot be loaded', { cause: loading.error });
}

const callsMatrices = ({ optimizer }: Experiment['runs'][number]): boolean =>
  !isMethod(optimizer) && needsMatrixFunctions(ruleById(optimizer));
