import type { Graph } from './graph';
import type { NodeId } from './node';
import type { MatrixFunction } from './syntax';
import type { Tensor } from './tensor';

/*
 * The functions of matrices (matrix.ts) are for a few rules only, so they load when one of them is to be compiled.
 */

type WriteMatrixFunction = (
  name: MatrixFunction,
  step: Graph,
  tensors: readonly Tensor[],
  args: readonly (readonly NodeId[])[],
) => NodeId[];

let write: WriteMatrixFunction | null = null;

export function provideMatrixFunctions(given: WriteMatrixFunction): void {
  write = given;
}

export const hasMatrixFunctions = (): boolean => write !== null;

/** Adds a function of matrices to a step. Throws RangeError before they are loaded. */
export const matrixFunction: WriteMatrixFunction = (...given) => {
  if (!write) throw new RangeError('functions of matrices are not loaded');
  return write(...given);
};
