import type { LossProgram } from './compile';
import { gradientNodes } from './differentiate';
import type { NodeId } from './node';

/** What a rule may ask of a loss at a point: its gradient, the product of its Hessian with a vector, the Hessian's diagonal. */
export type Derivative = 'gradient' | 'product' | 'diagonal';

/**
 * A derivative of a loss as a program like that of the loss itself, so that whatever evaluates a loss and its gradient, sample by
 * sample and weighted, evaluates it as well: `gradient` stands for the results, one for each parameter, and `parameters` for what
 * the call is given. Equal arguments give the same object. The first call adds the nodes to the loss's graph.
 */
export function derivativeProgram(program: LossProgram, of: Derivative): LossProgram {
  if (of === 'gradient') return program;
  const known = programs[of].get(program);
  if (known) return known;
  const made = of === 'product' ? productProgram(program) : diagonalProgram(program);
  programs[of].set(program, made);
  return made;
}

const programs = {
  product: new WeakMap<LossProgram, LossProgram>(),
  diagonal: new WeakMap<LossProgram, LossProgram>(),
};

/**
 * The slope of the loss along a direction, over the parameters and then the direction. Its gradient by the parameters is the
 * Hessian times the direction, by reverse mode over reverse mode (Pearlmutter 1994, Fast exact multiplication by the Hessian;
 * `torch.autograd.grad` with `create_graph=True`). It costs a small multiple of the gradient.
 */
function productProgram(program: LossProgram): LossProgram {
  const { graph, parameters, gradient } = program;
  // No parameter has a space in its name.
  const directions = parameters.map((_, i) => `direction ${i}`);
  const slope = sumOf(
    program,
    gradient.map((node, i) => graph.apply('mul', node, graph.input(directions[i] ?? ''))),
  );
  return {
    ...program,
    parameters: [...parameters, ...directions],
    loss: slope,
    gradient: gradientNodes(graph, slope, inputsOf(program)),
  };
}

/** The derivative of each component of the gradient by its own parameter, and the sum of the components as the loss. */
function diagonalProgram(program: LossProgram): LossProgram {
  const { graph, gradient } = program;
  const inputs = inputsOf(program);
  return {
    ...program,
    loss: sumOf(program, gradient),
    gradient: gradient.flatMap((component, i) => gradientNodes(graph, component, inputs.slice(i, i + 1))),
  };
}

const inputsOf = ({ graph, parameters }: LossProgram): NodeId[] => parameters.map((name) => graph.input(name));

const sumOf = ({ graph }: LossProgram, nodes: readonly NodeId[]): NodeId =>
  nodes.reduce((total, node) => graph.apply('add', total, node));
