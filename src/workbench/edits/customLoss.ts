import { changeLoss, isParameterName, limits, namesFaultOf, type NameFault } from '../../experiment';
import type { CustomChoice, Experiment } from '../../experiment/core/types';
import { readFormula, readNameList, ReadingError, type Reading } from '../../formula/informal';

/** The names in a typed list, and why they cannot be the parameters of a typed loss, if they cannot. */
export function readNames(typed: string): { readonly names: readonly string[]; readonly fault: NameFault | null } {
  const names = readNameList(typed);
  return { names, fault: namesFaultOf(names) };
}

/** A typed loss in the project's notation. Without `parameters`, every name in it is one. Throws ReadingError. */
export const readLoss = (typed: string, parameters?: readonly string[]): Reading =>
  readFormula(typed, { ...(parameters && { parameters }), most: limits.parameters.max, accepts: isParameterName });

/** The same, or what is wrong with it and where. */
export function tryLoss(typed: string, parameters: readonly string[]): Reading | ReadingError {
  try {
    return readLoss(typed, parameters);
  } catch (error) {
    if (error instanceof ReadingError) return error;
    throw error;
  }
}

/**
 * The experiment with a typed loss as its problem. The first coordinates of the start are kept, and so is the number
 * of steps. Throws ExperimentError if the loss cannot be read.
 */
export function withTypedLoss(experiment: Experiment, { loss, parameters }: CustomChoice): Experiment {
  const fresh = changeLoss(experiment, loss, parameters);
  const start = parameters.map((_, i) => experiment.start?.[i] ?? fresh.start?.[i] ?? 0);
  return { ...fresh, start, ...(experiment.steps !== undefined && { steps: experiment.steps }) };
}

/** The loss that the formula editor opens with: two valleys, of which the right one is shallower. */
const EXAMPLE = { loss: 'x^4 - 2*x^2 + 0.3*x', parameters: ['x'] };

/** A fresh experiment on the example. */
export const exampleLoss = (experiment: Experiment): Experiment =>
  changeLoss(experiment, EXAMPLE.loss, EXAMPLE.parameters);
