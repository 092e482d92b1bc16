import { findOptimizer } from '../catalogue';
import { problemOf } from '../experiment';
import type { Experiment } from '../experiment/core/types';
import { fileOf, notebookOf } from './files';

/** What stands in place of a program for a run by a classical method: a program that says so when it is run. */
export function methodCode(experiment: Experiment, index: number, isNotebook: boolean): string {
  const run = experiment.runs[index];
  if (!run) throw new RangeError(`no run ${index}`);
  const name = findOptimizer(run.optimizer)?.name.en ?? run.optimizer;
  const introduction = {
    title: `${problemOf(experiment.problem)?.name.en ?? 'Typed loss'}: ${name}`,
    about: 'A run of an experiment on the page Overshoot.',
  };
  const lines = [
    '# The page writes programs for update rules only. Classical methods are in scipy.optimize.minimize',
    "# (method='BFGS', 'L-BFGS-B', 'CG', 'dogleg', 'Nelder-Mead'), some with another line search.",
    `raise NotImplementedError('there is no program for ${name}')`,
  ];
  const sections = [{ title: 'No program', lines }];
  return isNotebook ? notebookOf(introduction, sections) : fileOf(introduction, sections);
}
