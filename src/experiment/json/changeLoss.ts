import { forFunctions } from '../core/edits';
import { toJson } from './json';
import { fitModifiers } from '../core/modifiers';
import { readExperiment } from './parse';
import type { Experiment } from '../core/types';

/**
 * A fresh experiment on a typed loss, with the runs and the seed of this one.
 * Throws ExperimentError where the loss or the names of its parameters cannot be read.
 */
export function changeLoss(experiment: Experiment, loss: string, parameters: readonly string[]): Experiment {
  const fitted = experiment.runs.map((run) => fitModifiers(forFunctions(run), { kind: 'custom', loss, parameters }));
  const { seed, runs } = toJson({ ...experiment, runs: fitted });
  return readExperiment({ version: 1, problem: { loss, parameters }, seed, runs });
}
