import { FormulaError } from './errors';
import { gradientNodes, hessianNodes } from './differentiate';
import { Graph } from './graph';
import type { NodeId } from './node';
import { namedConstants, type Expression } from './syntax';

/**
 * Adds a formula to a graph and returns its node.
 * @param resolve the node of a free name; undefined for an unknown name
 */
export function addExpression(
  graph: Graph,
  expression: Expression,
  resolve: (name: string) => NodeId | undefined,
): NodeId {
  switch (expression.kind) {
    case 'number':
      return graph.constant(expression.value);
    case 'name':
      return resolveName(graph, expression, resolve);
    case 'special':
      throw new FormulaError('onlyInRules', expression.at, expression.length, { found: expression.name });
    case 'apply':
      return graph.apply(expression.operator, ...expression.args.map((arg) => addExpression(graph, arg, resolve)));
  }
}

function resolveName(
  graph: Graph,
  name: Expression & { kind: 'name' },
  resolve: (name: string) => NodeId | undefined,
): NodeId {
  const found = resolve(name.name);
  if (found !== undefined) return found;
  const constant = Object.hasOwn(namedConstants, name.name) ? namedConstants[name.name] : undefined;
  if (constant === undefined)
    throw new FormulaError('unknownName', name.at, name.length, { found: name.name, known: '' });
  return graph.constant(constant);
}

/** A loss and its first derivatives, and its second ones once `hessianOf` has added them, as one program over named inputs. */
export interface LossProgram {
  readonly graph: Graph;
  /** The names that the loss is differentiated by. */
  readonly parameters: readonly string[];
  /** The other free names: a problem's constants and data columns, in the order given. */
  readonly others: readonly string[];
  readonly loss: NodeId;
  /** The node of each derivative, one for each parameter. */
  readonly gradient: readonly NodeId[];
}

/** Compiles a loss and its gradient by `parameters`. Throws FormulaError on a name that is neither a parameter nor in `others`. */
export function compileLoss(
  expression: Expression,
  parameters: readonly string[],
  others: readonly string[] = [],
): LossProgram {
  const graph = new Graph();
  const inputs = new Map([...parameters, ...others].map((name) => [name, graph.input(name)]));
  const loss = addExpression(graph, expression, (name) => inputs.get(name));
  const gradient = gradientNodes(
    graph,
    loss,
    parameters.map((name) => graph.input(name)),
  );
  return { graph, parameters, others, loss, gradient };
}

const hessians = new WeakMap<LossProgram, readonly (readonly NodeId[])[]>();

/** The nodes of the Hessian, parameters x parameters; the first call adds them to the loss's graph. */
export function hessianOf(program: LossProgram): readonly (readonly NodeId[])[] {
  const known = hessians.get(program);
  if (known) return known;
  const { graph, loss, parameters } = program;
  const added = hessianNodes(
    graph,
    loss,
    parameters.map((name) => graph.input(name)),
  );
  hessians.set(program, added);
  return added;
}
