import { changeProblem, changeSetting } from '../experiment';
import { currentExperiment, edit } from './experimentStore';

export const setProblem = (id: string): void => edit(changeProblem(currentExperiment(), id));

/** Sets a constant of a function or a setting of a data set, which must be within its limits. */
export const setSetting = (name: string, value: number, settled = true): void =>
  edit(changeSetting(currentExperiment(), name, value), settled);

export const setSteps = (steps: number, settled = true): void => edit({ ...currentExperiment(), steps }, settled);
export const setEpochs = (epochs: number, settled = true): void => edit({ ...currentExperiment(), epochs }, settled);
export const setSeed = (seed: number): void => edit({ ...currentExperiment(), seed });
export const setStart = (start: readonly number[], settled = true): void => edit({ ...currentExperiment(), start }, settled);
