import { findRule } from '../../catalogue';
import { displacementsOf } from './displacements';
import type { Plan, RunPlan } from '../plan/types';
import type { BatchSamples } from '../samples/updateSamples';
import { RunCoefficients } from '../plan/runCoefficients';
import { LossEvaluator } from '../loss/evaluator';
import { Stepper, trainingEvaluator } from './stepper';
import type { Inspection, NamedValue } from './types';

/**
 * The quantities of one update, line by line, recomputed in float64 from the row before it.
 * @param step the update, from 1
 * @param row parameters and state before the update
 */
export function inspectStep(
  plan: Plan,
  index: number,
  step: number,
  row: { readonly params: ArrayLike<number>; readonly state: ArrayLike<number> },
): Inspection {
  const run = plan.runs[index] as RunPlan;
  const { parameterCount: n, states, lines, coefficients } = run.step;
  const stepper = new Stepper(plan, run, 'float64', true);
  stepper.theta.set(row.params);
  stepper.state.set(row.state);
  stepper.advance(step - 1);
  const coefficientValues = new RunCoefficients(run).at(step);
  const loss = new LossEvaluator(plan, 'float64');
  const before: NamedValue[] = [
    { name: 'theta', values: Array.from(row.params) },
    ...states.map(({ name }, s) => ({ name, values: Array.from(row.state).slice(s * n, s * n + n) })),
    ...coefficients.states.map((state) => ({ name: state.name, values: [coefficientValues[state.before] as number] })),
  ];
  const quantities = {
    step,
    before,
    lines: lines.map(({ name, value }) => ({
      name,
      values: value.kind === 'vector' ? stepper.valuesOf(value.nodes) : [coefficientValues[value.node] as number],
    })),
    hyper: { ...run.hyper, lr: run.rates[step - 1] as number },
  };
  return {
    run: index,
    ...quantities,
    arrows: displacementsOf(findRule(run.optimizer)?.arrows ?? [], quantities),
    batch: run.kind === 'data' ? samplesOf(run, step - 1) : null,
    gradient: Array.from(trainingEvaluator(plan, run, 'float64').gradient(row.params, run, step - 1)),
    fullGradient: Array.from(loss.fullGradient(row.params)),
  };
}

/** Sample indices of update `update` (from 0). */
const samplesOf = ({ batches, visits }: BatchSamples, update: number): number[] =>
  Array.from(visits.subarray(batches.start[update], batches.end[update]));
