import type { Graph } from './graph';
import { changesOf, COLUMN, MOST_SOLVED, UNIT } from './hessianSystem';
import { linearSolution } from './linearSystem';
import type { SystemCompiler } from './matrixFunctions';
import type { NodeId } from './node';
import type { Expression } from './syntax';

/**
 * Adds the vector whose product with the Hessian is another one to a step, column by column from products with the Hessian; no number
 * where there are too many parameters for that.
 * @param args the point, the vector, and what modifiers change (hessianSystem.ts)
 */
export function hessianSolution(
  step: Graph,
  count: number,
  args: readonly Expression[],
  { nodesOf, product }: SystemCompiler,
): NodeId[] {
  const each = Array.from({ length: count }, (_, i) => i);
  if (count > MOST_SOLVED) return each.map(() => step.constant(Number.NaN));
  const none = new Map<string, readonly NodeId[]>();
  const [point, right] = args.slice(0, 2).map((arg) => nodesOf(arg, none));
  if (!point || !right) throw new RangeError('a system without a right side');
  const [column, direction] = changesOf(args);
  const columns = each.map((i) => {
    const unit = new Map([[UNIT, each.map((k) => step.constant(Number(k === i)))]]);
    return nodesOf(column, new Map([...unit, [COLUMN, product(point, nodesOf(direction, unit))]]));
  });
  const matrix = each.flatMap((i) => columns.map((entries) => entries[i] as NodeId));
  return linearSolution(step, matrix, right, count);
}
