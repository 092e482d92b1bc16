import { changeProblem, changeSetting, parametersOf, usualLossScale } from '../../experiment';
import type { Experiment, PlotView, ProblemChoice } from '../../experiment/core/types';
import { currentExperiment, edit } from '../stores/experimentStore';
import { showOnScreen } from '../stores/screenStore';

/** Shows another problem, with the loss on a scale that suits it. */
export function show(experiment: Experiment, lossScale = usualLossScale(experiment.problem)): void {
  edit(experiment);
  showOnScreen({ lossScale, view: fittingView(experiment.problem) });
}

/** Of many parameters any two show little of a path; the plane in which it moves most shows it. */
const fittingView = (problem: ProblemChoice): PlotView | null =>
  parametersOf(problem).length > FEW ? { axes: 'principal' } : null;

const FEW = 3;

/** Another problem of the catalogue, with the runs as they are. */
export const setProblem = (id: string): void => show(changeProblem(currentExperiment(), id));

/** Opens the formula editor on an example; what reads formulas is loaded first. What is typed may well fall below 0. */
export async function setCustom(): Promise<void> {
  const { onExample } = await import('./customLoss');
  show(onExample(currentExperiment()), 'linear');
}

/** Sets a constant of a function or a setting of a data set, which must be within its limits. */
export const setSetting = (name: string, value: number, settled = true): void =>
  edit(changeSetting(currentExperiment(), name, value), settled);

export const setSteps = (steps: number, settled = true): void => edit({ ...currentExperiment(), steps }, settled);
export const setEpochs = (epochs: number, settled = true): void => edit({ ...currentExperiment(), epochs }, settled);
export const setSeed = (seed: number): void => edit({ ...currentExperiment(), seed });
export const setStart = (start: readonly number[], settled = true): void =>
  edit({ ...currentExperiment(), start }, settled);
