import type { NodeBuilder, NodeId, OperatorName } from './node';
import { operators } from './operators';

export type Node =
  | { readonly kind: 'constant'; readonly value: number }
  | { readonly kind: 'input'; readonly name: string }
  | { readonly kind: 'apply'; readonly operator: OperatorName; readonly args: readonly NodeId[] };

const COMMUTATIVE: ReadonlySet<OperatorName> = new Set(['add', 'mul', 'min', 'max', 'eq', 'ne']);

/**
 * A straight-line program under construction: nodes in an order in which they can be computed; equal nodes are shared.
 * It simplifies only where IEEE arithmetic gives the same number (up to the sign of a zero): `0*x` stays, since x may be
 * infinite.
 */
export class Graph implements NodeBuilder {
  private readonly list: Node[] = [];
  private readonly known = new Map<string, NodeId>();

  get nodes(): readonly Node[] {
    return this.list;
  }

  node(id: NodeId): Node {
    const node = this.list[id];
    if (node === undefined) throw new RangeError(`no node ${id}`);
    return node;
  }

  constant(value: number): NodeId {
    return this.intern(`#${Object.is(value, -0) ? '-0' : value}`, { kind: 'constant', value });
  }

  input(name: string): NodeId {
    return this.intern(`$${name}`, { kind: 'input', name });
  }

  /** Adds an operation, or returns the node that already computes it. */
  apply(operator: OperatorName, ...args: NodeId[]): NodeId {
    const values = args.map((id) => this.valueOf(id));
    if (values.every((value) => value !== null)) return this.constant(operators[operator].evaluate(...values));
    const simpler = this.simplify(operator, args, values);
    if (simpler !== null) return simpler;
    const ordered = COMMUTATIVE.has(operator) ? [...args].sort((a, b) => a - b) : args;
    return this.intern(`${operator}(${ordered.join()})`, { kind: 'apply', operator, args: ordered });
  }

  /** The number a node stands for, if it is a constant. */
  valueOf(id: NodeId): number | null {
    const node = this.node(id);
    return node.kind === 'constant' ? node.value : null;
  }

  private simplify(operator: OperatorName, args: readonly NodeId[], values: readonly (number | null)[]): NodeId | null {
    const [a = -1, b = -1, c = -1] = args;
    const [u = null, v = null] = values;
    switch (operator) {
      case 'add':
        return u === 0 ? b : v === 0 ? a : null;
      case 'sub':
        return v === 0 ? a : u === 0 ? this.apply('neg', b) : null;
      case 'mul':
        if (u === 1) return b;
        if (v === 1) return a;
        return u === -1 ? this.apply('neg', b) : v === -1 ? this.apply('neg', a) : null;
      case 'div':
        return v === 1 ? a : null;
      case 'neg': {
        const inner = this.node(a);
        return inner.kind === 'apply' && inner.operator === 'neg' ? (inner.args[0] ?? null) : null;
      }
      case 'pow':
        return v === null ? null : this.power(a, v);
      case 'if':
        return u === null ? (b === c ? b : null) : u !== 0 ? b : c;
      default:
        return null;
    }
  }

  /** Small whole powers become products: GPUs compute these correctly for negative bases too. */
  private power(base: NodeId, exponent: number): NodeId | null {
    if (exponent === 0) return this.constant(1);
    if (exponent === 0.5) return this.apply('sqrt', base);
    if (!Number.isInteger(exponent) || Math.abs(exponent) > 16) return null;
    if (exponent < 0) return this.apply('div', this.constant(1), this.apply('pow', base, this.constant(-exponent)));
    if (exponent === 1) return base;
    const half = this.apply('pow', base, this.constant(Math.floor(exponent / 2)));
    const square = this.apply('mul', half, half);
    return exponent % 2 === 0 ? square : this.apply('mul', square, base);
  }

  private intern(key: string, node: Node): NodeId {
    const found = this.known.get(key);
    if (found !== undefined) return found;
    this.known.set(key, this.list.length);
    this.list.push(node);
    return this.list.length - 1;
  }
}

/**
 * The operations that each group of results needs, in an order in which they can be computed: one list of node ids for
 * each group, without those of earlier groups. Inputs and constants are left out.
 */
export function linearize(graph: Graph, groups: readonly (readonly NodeId[])[]): NodeId[][] {
  const done = new Set<NodeId>();
  return groups.map((group) => {
    const fresh: NodeId[] = [];
    const stack = [...group];
    for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
      const node = graph.node(id);
      if (node.kind !== 'apply' || done.has(id)) continue;
      done.add(id);
      fresh.push(id);
      stack.push(...node.args);
    }
    return fresh.sort((a, b) => a - b);
  });
}

/** Which nodes can change when any of `inputs` does. */
export function dependents(graph: Graph, inputs: Iterable<NodeId>): boolean[] {
  const depends: boolean[] = new Array<boolean>(graph.nodes.length).fill(false);
  for (const id of inputs) depends[id] = true;
  graph.nodes.forEach((node, id) => {
    if (node.kind === 'apply' && node.args.some((arg) => depends[arg])) depends[id] = true;
  });
  return depends;
}
