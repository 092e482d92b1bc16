/** How the controls edit the experiment. `settled` is false for every change of a drag except the last. */

import { loadForAction } from '../../late/loadOnce';
import * as experiments from '../../experiment';
import type { Batch, Experiment, PlotView, ProblemChoice } from '../../experiment/core/types';
import { currentExperiment, edit } from '../stores/experimentStore';
import { setScreen } from '../stores/screenStore';

// The problem

/** Opens another problem, with the loss on a scale and in a view that suit it. */
export function showProblem(
  experiment: Experiment,
  lossScale = experiments.defaultLossScale(experiment.problem),
): void {
  edit(experiment);
  setScreen({ lossScale, view: viewFor(experiment.problem) });
}

/** The plane of only two out of many parameters shows little of a path, so its principal plane is shown instead. */
export const viewFor = (problem: ProblemChoice): PlotView | null =>
  experiments.parametersOf(problem).length > MAX_PARAMETERS_BY_AXES ? { kind: 'principal' } : null;

const MAX_PARAMETERS_BY_AXES = 3;

/** Changes to another problem of the catalogue; what was set of the runs stays. */
export const setProblem = (id: string): void => showProblem(experiments.changeProblem(currentExperiment(), id));

const loadExample = loadForAction(() => import('./customLoss'));

/**
 * Opens the formula editor, on the loss that is already a typed one or else on an example, on a linear scale because a typed
 * loss may be negative. A lesson closes, whose card stands in the editor's place; undo brings it back.
 */
export async function setCustom(): Promise<void> {
  const { exampleLoss } = await loadExample();
  const experiment = currentExperiment();
  if (experiment.problem.kind !== 'custom') showProblem(exampleLoss(experiment), 'linear');
  setScreen({ lesson: null });
}

/** Sets a constant of a function problem or a setting of a data problem; the value must be within its limits. */
export const setSetting = (name: string, value: number, settled = true): void =>
  edit(experiments.changeSetting(currentExperiment(), name, value), settled);

export const setSteps = (steps: number, settled = true): void => edit({ ...currentExperiment(), steps }, settled);
export const setEpochs = (epochs: number, settled = true): void => edit({ ...currentExperiment(), epochs }, settled);
export const setSeed = (seed: number): void => edit({ ...currentExperiment(), seed });
export const setStart = (start: readonly number[], settled = true): void =>
  edit({ ...currentExperiment(), start }, settled);

// Runs

/** Sets a hyperparameter; the value must be within its limits. */
export const setHyper = (index: number, name: string, value: number | boolean, settled = true): void =>
  edit(experiments.changeHyper(currentExperiment(), index, name, value), settled);

export const setBatch = (index: number, batch: Batch, settled = true): void =>
  edit(experiments.changeBatch(currentExperiment(), index, batch), settled);

export const setOptimizer = (index: number, optimizer: string): void =>
  edit(experiments.changeOptimizer(currentExperiment(), index, optimizer));

export const isFull = ({ runs }: Experiment): boolean => runs.length >= experiments.limits.runs.max;

/** A new run gets the first of these optimizers that no run has. */
const suggestions = ['sgd', 'adam', 'gd', 'rmsprop', 'adamw', 'adagrad', 'nadam', 'lion'];

/** Adds a run at the end and selects it. */
export function addRun(): void {
  const experiment = currentExperiment();
  const unused = suggestions.find((id) => experiment.runs.every(({ optimizer }) => optimizer !== id)) ?? 'adam';
  edit(experiments.addRun(experiment, unused));
  setScreen({ selected: experiment.runs.length });
}

/** Inserts a copy of a run after it and selects the copy. */
export function duplicateRun(index: number): void {
  edit(experiments.duplicateRun(currentExperiment(), index));
  setScreen({ selected: index + 1 });
}

export const removeRun = (index: number): void => edit(experiments.removeRun(currentExperiment(), index));
