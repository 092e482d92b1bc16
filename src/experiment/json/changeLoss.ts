import { asFunctionRun } from '../core/edits';
import { toJson } from './json';
import { fitModifiers } from '../core/modifiers';
import { readExperiment } from './parse';
import type { Experiment } from '../core/types';

/**
 * A fresh experiment on a typed loss, with the runs and the seed of this one.
 * Throws ExperimentError if the loss or a parameter's name is invalid.
 */
export function changeLoss(experiment: Experiment, loss: string, parameters: readonly string[]): Experiment {
  const fittingRuns = experiment.runs.map((run) =>
    fitModifiers(asFunctionRun(run), { kind: 'custom', loss, parameters }),
  );
  const { seed, runs } = toJson({ ...experiment, runs: fittingRuns });
  return readExperiment({ version: 1, problem: { loss, parameters }, seed, runs });
}
