import { findRule, ruleOf } from '../../catalogue';
import { modifiedRule } from '../../catalogue/modifiedRule';
import { compileLoss, compileStep, parseExpression, type Rule } from '../../formula';
import type { FunctionPlan, FunctionRunPlan, RunPlan } from '../plan/types';
import { computeCoefficients } from '../plan/coefficients';
import { Stepper } from '../float64/stepper';

/**
 * One update of a rule on the parabola lambda/2 x^2, as the matrix that takes (x, state) to the next (x, state). It
 * is measured by running the rule's second update from each unit vector (the first may be special, as in PyTorch's SGD).
 * Valid only for rules that are linear in the gradient, which divide by nothing. Of a run's modifiers only decoupled decay
 * is included: a penalty is already in `lambda`, and the others are not linear.
 */
function updateMatrix(run: RunPlan, lr: number, lambda: number): number[][] {
  const step = compileStep(linearRule(run), 1);
  const loss = compileLoss(parseExpression('0.5*lambda*x^2', ['x', 'lambda']), ['x'], ['lambda']);
  const plan: FunctionPlan = {
    kind: 'function',
    parameters: ['x'],
    tensors: [],
    loss,
    training: loss,
    constants: Float64Array.of(lambda),
    domain: null,
    runs: [],
    defaultRanges: [[-1, 1]],
    minima: [],
    lowest: null,
  };
  const { fixed, perUpdate } = computeCoefficients(step, run.hyper, Float64Array.of(lr, lr));
  const size = 1 + step.states.length;
  const columns = Array.from({ length: size }, (_, column) => {
    const unit = Float64Array.from({ length: size }, (__, row) => Number(row === column));
    const single: FunctionRunPlan = {
      ...run,
      kind: 'function',
      step,
      fixed,
      perUpdate,
      start: unit.slice(0, 1),
      startState: unit.slice(1),
      precision: undefined,
    };
    const stepper = new Stepper(plan, single, 'float64');
    stepper.advance(1);
    return [...stepper.theta, ...stepper.state];
  });
  return columns.map((_, row) => columns.map((column) => column[row] as number));
}

function linearRule({ optimizer, modifiers, step }: RunPlan): Rule {
  const entry = findRule(optimizer);
  return entry
    ? modifiedRule(
        ruleOf(entry),
        modifiers.filter((id) => id === 'decay'),
      )
    : step.rule;
}

/** 2^40 updates: enough for every transient to fade. */
const DOUBLINGS = 40;

/**
 * The factor by which one update shrinks the distance in the long run: the spectral radius, by Gelfand's formula
 * |M^k|^(1/k) with k doubled forty times.
 */
function spectralRadius(matrix: readonly (readonly number[])[]): number {
  let power = matrix.map((row) => [...row]);
  let logarithm = 0;
  for (let doubling = 0; doubling <= DOUBLINGS; doubling += 1) {
    const norm = Math.max(...power.flat().map(Math.abs));
    if (norm === 0) return 0;
    logarithm += Math.log(norm) / 2 ** doubling;
    const scaled = power.map((row) => row.map((x) => x / norm));
    power = scaled.map((row) => row.map((_, j) => row.reduce((sum, x, k) => sum + x * (scaled[k]?.[j] as number), 0)));
  }
  return Math.exp(logarithm);
}

/** The factor per update along an eigendirection of curvature lambda: below 1 the run settles there. */
export const contraction = (run: RunPlan, lr: number, lambda: number): number =>
  spectralRadius(updateMatrix(run, lr, lambda));

/** Whether the rule's state has no effect on its next point: an update then multiplies the distance by one number. */
export const isMemoryless = (run: RunPlan, lr: number): boolean =>
  (updateMatrix(run, lr, 1)[0] ?? []).slice(1).every((x) => x === 0);
