import type { Graph } from './graph';
import type { NodeId, OperatorName } from './node';
import type { Registers } from './code';

/** The operation that made a number that is not finite. */
export interface Origin {
  readonly operator: OperatorName;
  readonly args: readonly number[];
  /** The inputs of the program that the arguments are; null for one that was computed or written as a number. */
  readonly names: readonly (string | null)[];
  readonly result: number;
}

/**
 * The operation from which a result that is not finite comes: the first one on the way back whose own arguments are
 * numbers (for NaN) or finite (for an infinity). A branch of `if` that was not taken has no part in it.
 * @param registers of the run of the program that gave the result
 * @returns null if the result is finite, or if an input was not
 */
export function originOf(graph: Graph, registers: Registers, result: NodeId): Origin | null {
  const isBad = Number.isNaN(registers[result]) ? Number.isNaN : (value: number) => !Number.isFinite(value);
  if (!isBad(registers[result])) return null;
  let id = result;
  for (;;) {
    const node = graph.node(id);
    if (node.kind !== 'apply') return null;
    const cause = takenArgs(node.operator, node.args, registers).find((arg) => isBad(registers[arg] as number));
    if (cause === undefined)
      return {
        operator: node.operator,
        args: node.args.map((arg) => registers[arg] as number),
        names: node.args.map((arg) => nameOf(graph, arg)),
        result: registers[id] as number,
      };
    id = cause;
  }
}

function nameOf(graph: Graph, id: NodeId): string | null {
  const node = graph.node(id);
  return node.kind === 'input' ? node.name : null;
}

function takenArgs(operator: OperatorName, args: readonly NodeId[], registers: Registers): readonly NodeId[] {
  if (operator !== 'if') return args;
  const [condition = 0, then = 0, otherwise = 0] = args;
  return [registers[condition] === 0 ? otherwise : then];
}
