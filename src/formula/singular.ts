import type { LossProgram } from './compile';
import { linearize } from './graph';
import type { OperatorName } from './node';

/** Operations whose slope is not finite at some point where they have a value themselves, or in a branch that is not taken. */
const singular: ReadonlySet<OperatorName> = new Set([
  'div',
  'pow',
  'sqrt',
  'cbrt',
  'log',
  'log1p',
  'log2',
  'log10',
  'asin',
  'acos',
  'acosh',
  'atanh',
  'mod',
]);

/** Operations whose slope jumps somewhere. */
const kinked: ReadonlySet<OperatorName> = new Set(['abs', 'relu', 'min', 'max', 'clamp', 'if', 'sqrt', 'cbrt', 'pow']);

/** Whether a loss may have a minimum at a kink or a cone. */
export const mayHaveTip = (program: LossProgram): boolean => uses(program, kinked);

const known = new WeakMap<LossProgram, boolean>();

/**
 * Whether a loss may have a value at a point where the formula of its gradient has none, such as the tip of
 * sqrt(x^2 + y^2). A power with a whole exponent is a product in the graph, so that polynomials have no such point.
 */
export function mayLackGradient(program: LossProgram): boolean {
  const found = known.get(program) ?? uses(program, singular);
  known.set(program, found);
  return found;
}

function uses({ graph, loss }: LossProgram, operators: ReadonlySet<OperatorName>): boolean {
  const [ids = []] = linearize(graph, [[loss]]);
  return ids.some((id) => {
    const node = graph.node(id);
    return node.kind === 'apply' && operators.has(node.operator);
  });
}
