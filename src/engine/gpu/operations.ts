import { linearize, type Graph, type NodeId, type OperatorName } from '../../formula';

/** Cost of reading a texel, in operations: measured on a software GPU, where it is half of an Adam update. */
export const TEXEL_READ_COST = 30;
/** Cost, in operations, of a function such as tanh. */
const FUNCTION_COST = 20;

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

/** Estimated operations of a shader that computes some results; an addition counts as one. */
export function operationsOf(graph: Graph, results: readonly NodeId[]): number {
  return linearize(graph, [results])
    .flat()
    .reduce((sum, id) => {
      const node = graph.node(id);
      return sum + (node.kind === 'apply' && !arithmetic.has(node.operator) ? FUNCTION_COST : 1);
    }, 0);
}
