import { asFunctionRun } from '../core/edits';
import { toJson } from './json';
import { fitModifiers } from '../core/modifiers';
import { carryRun } from '../core/ownValues';
import { readExperiment } from './parse';
import type { CustomChoice, Experiment } from '../core/types';

/**
 * A fresh experiment on a typed loss, with the seed of this one and its runs as `carryRun` takes them along.
 * Throws ExperimentError if the loss or a parameter's name is invalid.
 */
export function changeLoss(
  experiment: Experiment,
  loss: string,
  parameters: readonly string[],
  more: Pick<CustomChoice, 'constants' | 'ranges'> = {},
): Experiment {
  const typed = { kind: 'custom', loss, parameters, ...more } as const;
  const fittingRuns = experiment.runs.map((run) =>
    fitModifiers(asFunctionRun(carryRun(run, experiment.problem, typed)), typed),
  );
  const { seed, runs } = toJson({ ...experiment, runs: fittingRuns });
  return readExperiment({ version: 1, problem: { loss, parameters, ...more }, seed, runs });
}
