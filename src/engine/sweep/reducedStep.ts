import { callArguments, compileStep, type Expression, type NodeId, type Rule, type StepProgram } from '../../formula';
import type { Tensor } from '../../formula/tensor';

/**
 * The step of a rule with the parts left out that do not take effect: what flags switch off (AMSGrad's maxima), and
 * penalties of 0, which PyTorch skips as well. Other hyperparameters stay inputs of the program, because a slider or an axis
 * changes them.
 * @param swept hyperparameters that the axes vary
 */
export function reducedStep(
  rule: Rule,
  parameters: number,
  {
    hyper,
    swept,
    bounded,
    tensors,
  }: {
    readonly hyper: Readonly<Record<string, number>>;
    readonly swept: readonly (string | null)[];
    readonly bounded: boolean;
    readonly tensors: readonly Tensor[];
  },
): StepProgram {
  const flags = new Map(rule.hyper.filter(({ flag }) => flag).map(({ name }) => [name, hyper[name] as number]));
  const assigned = new Set(rule.lines.map(({ name }) => name));
  const isZeroed = (expression: Expression | undefined): boolean =>
    expression?.kind === 'name' &&
    hyper[expression.name] === 0 &&
    !swept.includes(expression.name) &&
    !assigned.has(expression.name);
  const reduce = (expression: Expression): Expression => {
    switch (expression.kind) {
      case 'number':
        return expression;
      case 'name': {
        const value = flags.get(expression.name);
        return value === undefined
          ? expression
          : { kind: 'number', value, at: expression.at, length: expression.length };
      }
      case 'special':
        return { ...expression, args: expression.args.map(reduce) };
      case 'apply':
        // Exact only for parameters, which are finite while the run goes on; 0 times anything else may be NaN.
        if (expression.operator === 'mul' && expression.args.some(isZeroed) && expression.args.some(isParameters)) {
          return { kind: 'number', value: 0, at: expression.at, length: expression.length };
        }
        return { ...expression, args: expression.args.map(reduce) };
    }
  };
  const lines = rule.lines.map(({ name, expression }) => ({ name, expression: reduce(expression) }));
  return withoutUnreadState(compileStep({ ...rule, lines }, parameters, bounded, tensors));
}

const isParameters = (expression: Expression): boolean => expression.kind === 'name' && expression.name === 'theta';

/** Leaves out the state on which the parameters do not depend. */
function withoutUnreadState(step: StepProgram): StepProgram {
  const needed = new Set<NodeId>();
  const need = (id: NodeId): void => {
    if (needed.has(id)) return;
    needed.add(id);
    const node = step.step.node(id);
    if (node.kind === 'apply') node.args.forEach(need);
  };
  for (const id of [...step.nextTheta, ...step.calls.flatMap(callArguments)]) need(id);
  const states = new Set<StepProgram['states'][number]>();
  for (let before = -1; before < states.size;) {
    before = states.size;
    for (const state of step.states) {
      if (states.has(state) || !state.before.some((id) => needed.has(id))) continue;
      states.add(state);
      state.next.forEach(need);
    }
  }
  const { coefficients } = step;
  const isRead = ({ to }: { readonly to: NodeId }) => needed.has(to);
  return {
    ...step,
    states: step.states.filter((state) => states.has(state)),
    parameterInputs: step.parameterInputs.filter(({ nodes }) => nodes.some((node) => needed.has(node))),
    coefficients: {
      ...coefficients,
      fixed: coefficients.fixed.filter(isRead),
      perUpdate: coefficients.perUpdate.filter(isRead),
    },
  };
}
