import { isMethod } from '../../catalogue';
import { normalizePrecision } from './precision';
import type { Experiment, RunPrecision } from './types';

/** Sets the numbers in which a run computes; undefined for those of the engine. Throws RangeError if there is no such run. */
export function changePrecision(experiment: Experiment, index: number, precision?: RunPrecision): Experiment {
  const run = experiment.runs[index];
  if (!run) throw new RangeError(`there is no run ${index}`);
  if (isMethod(run.optimizer)) return experiment;
  const { optimizer, hyper, batch, schedule, modifiers } = run;
  const changed = {
    optimizer,
    hyper,
    ...(batch && { batch }),
    ...(schedule && { schedule }),
    ...(modifiers && { modifiers }),
    ...(precision && { precision: normalizePrecision(precision) }),
  };
  return { ...experiment, runs: experiment.runs.with(index, changed) };
}
