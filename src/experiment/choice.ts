import { findOptimizer, findProblem, ruleOf, type Optimizer, type Problem } from '../catalogue';
import type { Rule } from '../formula';
import type { DataChoice, FunctionChoice, ProblemChoice } from './types';

/** The catalogue's problem with the defaults of all its constants or settings. */
export function defaultChoice(problem: Extract<Problem, { kind: 'data' }>): DataChoice;
export function defaultChoice(problem: Problem): FunctionChoice | DataChoice;
export function defaultChoice(problem: Problem): FunctionChoice | DataChoice {
  const { id } = problem;
  return problem.kind === 'data'
    ? { kind: 'data', id, settings: defaultsOf(problem.settings) }
    : { kind: 'function', id, constants: defaultsOf(problem.constants) };
}

const defaultsOf = (settings: Readonly<Record<string, { readonly default: number }>>): Record<string, number> =>
  Object.fromEntries(Object.entries(settings).map(([name, setting]) => [name, setting.default]));

/** The catalogue's problem that a validated choice stands for; undefined for a typed loss. */
export const problemOf = (choice: ProblemChoice): Problem | undefined =>
  choice.kind === 'custom' ? undefined : catalogued(choice.id, findProblem(choice.id));

/** Names of the parameters that the optimizers move, in order. */
export const parametersOf = (choice: ProblemChoice): readonly string[] =>
  choice.kind === 'custom' ? choice.parameters : catalogued(choice.id, findProblem(choice.id)).parameters;

/** The rule of an optimizer by its key. Throws RangeError where the catalogue has none. */
export const ruleById = (id: string): Rule => ruleOf(catalogued<Optimizer>(id, findOptimizer(id)));

/** Throws RangeError for a key that the catalogue lacks: an experiment that was not validated. */
export function catalogued<T>(id: string, found: T | undefined): T {
  if (found === undefined) throw new RangeError(`"${id}" is not in the catalogue`);
  return found;
}
