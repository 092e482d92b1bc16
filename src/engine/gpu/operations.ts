import { linearize, type Graph, type NodeId, type OperatorName } from '../../formula';

/** What reading a texel costs, in operations (measured on a software GPU, where it is half of an Adam update). */
export const FETCH = 30;
/** What a function costs that a shader writes out or calls the driver for, such as tanh. */
const FUNCTION = 20;

const arithmetic: ReadonlySet<OperatorName> = new Set([
  'add',
  'sub',
  'mul',
  'div',
  'neg',
  'abs',
  'if',
  'lt',
  'le',
  'gt',
  'ge',
  'eq',
  'ne',
]);

/** Operations that a shader computes some results with: additions and their like count once. */
export function operationsOf(graph: Graph, results: readonly NodeId[]): number {
  return linearize(graph, [results])
    .flat()
    .reduce((sum, id) => {
      const node = graph.node(id);
      return sum + (node.kind === 'apply' && !arithmetic.has(node.operator) ? FUNCTION : 1);
    }, 0);
}
