import { findRule, findProblem, ruleOf } from '../../catalogue';
import type { Batch, Experiment, Modifiers, ProblemChoice, Run, Schedule } from '../../experiment/core/types';
import { planExperiment } from '../plan/plan';
import type { DataPlan } from '../plan/types';
import { runReference } from '../float64/reference';
import type { RunTrace } from '../trace/types';

/* Short constructors of one-run experiments, for tests. */

/** A run whose other hyperparameters have their rule's defaults. */
export function runOf(
  id: string,
  given: Run['hyper'],
  more: { readonly batch?: Batch; readonly schedule?: Schedule; readonly modifiers?: Modifiers } = {},
): Run {
  const optimizer = findRule(id);
  if (!optimizer) throw new RangeError(`no optimizer ${id}`);
  const defaults = ruleOf(optimizer).hyper.map((h) => [h.name, h.flag ? h.default === 1 : h.default] as const);
  return { optimizer: id, hyper: { ...Object.fromEntries(defaults), ...given }, ...more };
}

/** A problem of the catalogue with some settings, the others at their defaults. */
export function choiceOf(id: string, given: Readonly<Record<string, number>> = {}): ProblemChoice {
  const found = findProblem(id);
  if (!found) throw new RangeError(`no problem ${id}`);
  const settings = Object.entries(found.kind === 'data' ? found.settings : found.constants);
  const values = { ...Object.fromEntries(settings.map(([name, setting]) => [name, setting.default])), ...given };
  return found.kind === 'data' ? { kind: 'data', id, settings: values } : { kind: 'function', id, constants: values };
}

export const custom = (loss: string, ...parameters: string[]): ProblemChoice => ({ kind: 'custom', loss, parameters });

export const descent = (
  problem: ProblemChoice,
  start: readonly number[],
  steps: number,
  ...runs: Run[]
): Experiment => ({
  version: 1,
  problem,
  start,
  steps,
  seed: 1,
  runs,
});

/** The plan of an experiment on a data problem. */
export function planOnData(experiment: Experiment): DataPlan {
  const plan = planExperiment(experiment);
  if (plan.kind !== 'data') throw new RangeError('no data');
  return plan;
}

/** The trace of the only run, by the float64 reference. */
export function runInFloat64(experiment: Experiment): RunTrace {
  const [trace] = runReference(planExperiment(experiment));
  if (!trace) throw new RangeError('no run');
  return trace;
}

/** The point after `row` updates; negative counts from the last. */
export function pointOf({ params, rows }: RunTrace, row: number): number[] {
  const n = params.length / rows;
  const at = row < 0 ? rows + row : row;
  return Array.from(params.subarray(at * n, (at + 1) * n));
}
