import { stateAt } from '../trace/rows';
import { ruleOf } from '../../catalogue';
import type { Optimizer } from '../../catalogue/types';
import { compileFunction, parseExpression } from '../../formula';
import type { RunPlan } from '../plan/types';
import type { RunTrace } from '../trace/types';
import { RunCoefficients } from '../plan/runCoefficients';

/** The formula that a rule divides its rate by (see Optimizer.divisor). */
const divisorOf = ({ divisor, stability }: Optimizer): string => {
  const theory = stability && 'preconditioner' in stability ? stability.preconditioner?.divisor : undefined;
  return divisor ?? theory ?? '1';
};

/** Whether the effective rate of every parameter is the rate itself. */
export const dividesByNothing = (optimizer: Optimizer): boolean => divisorOf(optimizer) === '1';

/** A name of the formula, and its value for a parameter at the current update. */
type Named = readonly [name: string, value: (parameter: number) => number];

/**
 * The effective rate of each parameter at each update: the rate over what the rule divides it by; 0 if the parameter is
 * frozen. Rows must be requested in ascending order, from 1.
 */
export function effectiveRates(run: RunPlan, optimizer: Optimizer, trace: RunTrace): (row: number) => Float64Array {
  const { parameterCount: n, states, lines, coefficients } = run.step;
  const runCoefficients = new RunCoefficients(run);
  let t = 0;
  let before: ArrayLike<number> = [];
  let after: ArrayLike<number> = [];
  let coefficientValues: ArrayLike<number> = [];
  const coefficientName = (name: string, node: number): Named => [name, () => coefficientValues[node] as number];
  // A later name hides an earlier one, as assignments do.
  const named = new Map<string, Named[1]>([
    ...ruleOf(optimizer).hyper.map(({ name }): Named => [name, () => run.hyper[name] as number]),
    ['lr', () => run.rates[t - 1] as number],
    ['t', () => t],
    ...coefficients.states.map(({ name, before: node }) => coefficientName(`${name}_before`, node)),
    ...lines.flatMap(({ name, value }): Named[] =>
      value.kind === 'coefficient' ? [coefficientName(name, value.node)] : [],
    ),
    ...states.flatMap(({ name }, s): Named[] => [
      [name, (i) => after[s * n + i] as number],
      [`${name}_before`, (i) => before[s * n + i] as number],
    ]),
  ]);
  const names = [...named.keys()];
  const divisor = compileFunction(parseExpression(divisorOf(optimizer), names), names);
  const values = [...named.values()];
  return (row) => {
    t = row;
    coefficientValues = runCoefficients.at(row);
    before = stateAt(trace, row - 1);
    after = stateAt(trace, row);
    return Float64Array.from({ length: n }, (_, i) =>
      run.parameterInputs.free[i] === 0 ? 0 : (run.rates[row - 1] as number) / divisor(values.map((value) => value(i))),
    );
  };
}
