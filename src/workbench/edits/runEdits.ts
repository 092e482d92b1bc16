import * as experiments from '../../experiment';
import type { Batch, Experiment } from '../../experiment/core/types';
import { currentExperiment, edit } from '../stores/experimentStore';
import { showOnScreen } from '../stores/screenStore';

/** Sets a hyperparameter, which must be within its domain. */
export const setHyper = (index: number, name: string, value: number | boolean, settled = true): void =>
  edit(experiments.changeHyper(currentExperiment(), index, name, value), settled);

export const setBatch = (index: number, batch: Batch, settled = true): void =>
  edit(experiments.changeBatch(currentExperiment(), index, batch), settled);

export const setOptimizer = (index: number, optimizer: string): void =>
  edit(experiments.changeOptimizer(currentExperiment(), index, optimizer));

export const isFull = ({ runs }: Experiment): boolean => runs.length >= experiments.limits.runs.max;

/** Optimizers in the order in which a new run takes the first that is not there yet. */
const suggestions = ['sgd', 'adam', 'gd', 'rmsprop', 'adamw', 'adagrad', 'nadam', 'lion'];

/** Adds a run at the end and selects it. */
export function addRun(): void {
  const experiment = currentExperiment();
  const fresh = suggestions.find((id) => experiment.runs.every(({ optimizer }) => optimizer !== id)) ?? 'adam';
  edit(experiments.addRun(experiment, fresh));
  showOnScreen({ selected: experiment.runs.length });
}

/** Puts a copy of a run after it and selects the copy. */
export function duplicateRun(index: number): void {
  edit(experiments.duplicateRun(currentExperiment(), index));
  showOnScreen({ selected: index + 1 });
}

export const removeRun = (index: number): void => edit(experiments.removeRun(currentExperiment(), index));
