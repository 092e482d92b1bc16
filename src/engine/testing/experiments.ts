import { findOptimizer, findProblem, ruleOf } from '../../catalogue';
import type { Batch, Experiment, Modifiers, ProblemChoice, Run, Schedule } from '../../experiment/core/types';
import { planExperiment } from '../plan/plan';
import { runReference } from '../float64/reference';
import type { RunTrace } from '../trace/types';

/* Experiments of one run, in few words, for the tests of this floor. */

/** A run with every hyperparameter that is not given at its rule's default. */
export function runOf(
  id: string,
  given: Run['hyper'],
  more: { readonly batch?: Batch; readonly schedule?: Schedule; readonly modifiers?: Modifiers } = {},
): Run {
  const optimizer = findOptimizer(id);
  if (!optimizer) throw new RangeError(`no optimizer ${id}`);
  const defaults = ruleOf(optimizer).hyper.map((h) => [h.name, h.flag ? h.default === 1 : h.default] as const);
  return { optimizer: id, hyper: { ...Object.fromEntries(defaults), ...given }, ...more };
}

/** A problem of the catalogue with the settings given and the others at their defaults. */
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

/** What the float64 reference makes of the only run. */
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
