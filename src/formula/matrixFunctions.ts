import type { Graph } from './graph';
import type { NodeId } from './node';
import type { Expression, MatrixFunction } from './syntax';
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

/** What a system of the Hessian asks of the compiler of its rule. */
export interface SystemCompiler {
  /** A formula, with values for some names beside those of the rule: one node for each parameter. */
  readonly nodesOf: (expression: Expression, given: ReadonlyMap<string, readonly NodeId[]>) => readonly NodeId[];
  /** The product of the Hessian at a point with a vector. */
  readonly product: (point: readonly NodeId[], along: readonly NodeId[]) => readonly NodeId[];
}

/** What matrix.ts has for the compiler of rules. */
interface MatrixFunctions {
  readonly writeMatrixFunction: WriteMatrixFunction;
  /** The vector whose product with the Hessian is another one: `hessianSolution.ts`. */
  readonly hessianSolution: (
    step: Graph,
    count: number,
    args: readonly Expression[],
    compiler: SystemCompiler,
  ) => NodeId[];
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
