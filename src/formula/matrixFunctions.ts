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

/** What matrix.ts has for the compiler of rules. */
interface MatrixFunctions {
  readonly writeMatrixFunction: WriteMatrixFunction;
  /** The solution of a linear system: `linearSystem.ts`. */
  readonly linearSolution: (step: Graph, matrix: readonly NodeId[], right: readonly NodeId[], n: number) => NodeId[];
}

let provided: MatrixFunctions | null = null;

export function provideMatrixFunctions(given: MatrixFunctions): void {
  provided = given;
}

export const hasMatrixFunctions = (): boolean => provided !== null;

/** Throws RangeError before they are loaded. */
export function matrixFunctions(): MatrixFunctions {
  if (!provided) throw new RangeError('functions of matrices are not loaded');
  return provided;
}
