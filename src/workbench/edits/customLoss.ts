import { TYPED_START } from '../../experiment/core/defaults';
import { changeLoss, isParameterName, limits, namesFaultOf, type NameFault } from '../../experiment';
import { startOf } from '../../experiment/core/typedStart';
import type { CustomChoice, Experiment } from '../../experiment/core/types';
import { readFormula, readNameList, ReadingError, type Reading, type ReadingOptions } from '../../formula/informal';

/** The names in a typed list, and why they cannot be the parameters of a typed loss, if they cannot. */
export function readNames(typed: string): { readonly names: readonly string[]; readonly fault: NameFault | null } {
  const names = readNameList(typed);
  return { names, fault: namesFaultOf(names) };
}

const rules: ReadingOptions = { most: limits.parameters.max, accepts: isParameterName };

/** A typed loss in the project's notation. Without `parameters`, every name in it is one. Throws ReadingError. */
export const readLoss = (typed: string, parameters?: readonly string[]): Reading =>
  readFormula(typed, { ...rules, ...(parameters && { parameters }) });

/** The same with its constants as names, or what is wrong with it and where. */
export function tryLoss(typed: string, parameters: readonly string[]): Reading | ReadingError {
  try {
    return readFormula(typed, { ...rules, parameters, mostConstants: limits.constants.max });
  } catch (error) {
    if (error instanceof ReadingError) return error;
    throw error;
  }
}

/**
 * The experiment with a typed loss as its problem. A start that the user set is kept, as far as there are parameters, if
 * the loss has a value and a slope there; the number of steps is kept and, for the same parameters, the default view.
 * Throws ExperimentError if the loss cannot be read.
 */
export function withTypedLoss(experiment: Experiment, choice: CustomChoice): Experiment {
  const { loss, parameters, constants } = choice;
  const { problem: before } = experiment;
  const ranges = before.kind === 'custom' && before.parameters.join() === parameters.join() ? before.ranges : undefined;
  const fresh = changeLoss(experiment, loss, parameters, {
    ...(constants && { constants }),
    ...(ranges && { ranges }),
  });
  const usual = fresh.start ?? [];
  const kept = usual.map((x, i) => experiment.start?.[i] ?? x);
  const start = hasOwnStart(experiment) ? startOf(choice, [usual]) : startOf(choice, [kept, usual]);
  return { ...fresh, start, ...(experiment.steps !== undefined && { steps: experiment.steps }) };
}

/** Whether the start is the one that a typed loss itself has. */
function hasOwnStart({ problem, start }: Experiment): boolean {
  if (problem.kind !== 'custom') return false;
  return startOf(problem, [problem.parameters.map(() => TYPED_START)]).join() === start?.join();
}

/** The loss that the formula editor opens with: two valleys, of which the right one is shallower. */
const EXAMPLE = { loss: 'x^4 - 2*x^2 + 0.3*x', parameters: ['x'] };

/** A fresh experiment on the example. */
export const exampleLoss = (experiment: Experiment): Experiment =>
  changeLoss(experiment, EXAMPLE.loss, EXAMPLE.parameters);
