import { areParameterNames, changeLoss } from '../../experiment';
import type { CustomChoice, Experiment } from '../../experiment/core/types';
import { FormulaError, parseExpression, type Expression } from '../../formula';

/** `x, y` as ['x', 'y']; null unless they are valid names of the parameters of a typed loss. */
export function readNames(text: string): readonly string[] | null {
  const names = text.split(/[,，\s]+/).filter((name) => name !== '');
  return areParameterNames(names) ? names : null;
}

/** The formula as a tree, or what is wrong with it and where. */
export function readLoss(text: string, parameters: readonly string[]): Expression | FormulaError {
  try {
    return parseExpression(text, parameters);
  } catch (error) {
    if (error instanceof FormulaError) return error;
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
