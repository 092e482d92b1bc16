import { dependents, type Graph } from './graph';
import type { NodeId } from './node';
import { operators } from './operators';

/**
 * The derivatives of `output` by each of `inputs`, as further nodes of the same graph. Reverse mode: one pass, so the
 * program grows by a small constant factor whatever the number of inputs. Exact where `output` is differentiable.
 */
export function gradientNodes(graph: Graph, output: NodeId, inputs: readonly NodeId[]): NodeId[] {
  const active = dependents(graph, inputs);
  const adjoints = new Map<NodeId, NodeId>([[output, graph.constant(1)]]);
  for (let id = output; id >= 0; id -= 1) {
    const adjoint = adjoints.get(id);
    const node = graph.node(id);
    if (adjoint === undefined || node.kind !== 'apply' || !active[id]) continue;
    const added = operators[node.operator].pullback(graph, adjoint, node.args, id);
    node.args.forEach((arg, i) => {
      const term = added[i] ?? null;
      if (term === null || !active[arg] || graph.valueOf(term) === 0) return;
      const sum = adjoints.get(arg);
      adjoints.set(arg, sum === undefined ? term : graph.apply('add', sum, term));
    });
  }
  return inputs.map((id) => adjoints.get(id) ?? graph.constant(0));
}

/** The matrix of second derivatives, row by row: the gradient of every component of the gradient. */
export function hessianNodes(graph: Graph, output: NodeId, inputs: readonly NodeId[]): NodeId[][] {
  return gradientNodes(graph, output, inputs).map((component) => gradientNodes(graph, component, inputs));
}
