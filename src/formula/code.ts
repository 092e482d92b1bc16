import { addExpression } from './compile';
import { Graph, linearize } from './graph';
import type { NodeId } from './node';
import { operators } from './operators';
import type { Expression } from './syntax';

/**
 * Registers of a running program: float64 for the reference, float32 for the CPU kernels. A Float32Array rounds every
 * result to float32 as it is stored, which is what float32 hardware computes.
 */
export type Registers = Float64Array | Float32Array;

/** Rounds a number to a format with fewer bits than the registers have. */
export type Round = (x: number) => number;

interface Instruction {
  readonly evaluate: (...args: number[]) => number;
  readonly out: number;
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly arity: number;
}

/** A graph laid out for execution, with one register for each node. */
export class Code {
  private readonly sections: readonly (readonly Instruction[])[];

  /**
   * @param groups node ids that are needed together; group k can be run once the groups before it have been.
   * @param round what every constant, input and result is rounded by, beyond what registers do
   */
  constructor(
    private readonly graph: Graph,
    groups: readonly (readonly NodeId[])[],
    private readonly round?: Round,
  ) {
    const inputs = round ? graph.nodes.flatMap((node, id) => (node.kind === 'input' ? [inPlace(id, round)] : [])) : [];
    this.sections = linearize(graph, groups).map((ids) => [
      ...inputs,
      ...ids.map((id) => instruction(graph, id, round)),
    ]);
  }

  /** Fresh registers with the constants in place. Write inputs to the register of their node. */
  registers(precision: 'float64' | 'float32'): Registers {
    const count = this.graph.nodes.length;
    const registers = precision === 'float64' ? new Float64Array(count) : new Float32Array(count);
    this.graph.nodes.forEach((node, id) => {
      if (node.kind === 'constant') registers[id] = this.round ? this.round(node.value) : node.value;
    });
    return registers;
  }

  /** Computes one group of results. */
  run(registers: Registers, group = 0): void {
    for (const { evaluate, out, a, b, c, arity } of this.sections[group] ?? []) {
      registers[out] =
        arity === 2
          ? evaluate(registers[a] as number, registers[b] as number)
          : arity === 1
            ? evaluate(registers[a] as number)
            : evaluate(registers[a] as number, registers[b] as number, registers[c] as number);
    }
  }
}

/** Rounds a register in place. */
const inPlace = (id: NodeId, round: Round): Instruction => ({ evaluate: round, out: id, a: id, b: 0, c: 0, arity: 1 });

function instruction(graph: Graph, id: NodeId, round?: Round): Instruction {
  const node = graph.node(id);
  if (node.kind !== 'apply') throw new RangeError(`node ${id} is not an operation`);
  const [a = 0, b = 0, c = 0] = node.args;
  const { evaluate } = operators[node.operator];
  const rounded = round && ((...args: number[]) => round(evaluate(...args)));
  return { evaluate: rounded ?? evaluate, out: id, a, b, c, arity: node.args.length };
}

/** A function of named numbers, compiled once. Used for minima, problem settings and tests. */
export function compileFunction(
  expression: Expression,
  names: readonly string[],
): (values: readonly number[]) => number {
  const graph = new Graph();
  const inputs = names.map((name) => graph.input(name));
  const output = addExpression(graph, expression, (name) => inputs[names.indexOf(name)]);
  const code = new Code(graph, [[output]]);
  const registers = code.registers('float64');
  return (values) => {
    inputs.forEach((id, i) => (registers[id] = values[i] ?? Number.NaN));
    code.run(registers);
    return registers[output] ?? Number.NaN;
  };
}

/** The value of a formula in float64. Throws FormulaError on a name that has no value. */
export function evaluate(expression: Expression, values: Readonly<Record<string, number>>): number {
  const names = Object.keys(values);
  return compileFunction(expression, names)(Object.values(values));
}
