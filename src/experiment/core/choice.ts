import {
  findOptimizer,
  findProblem,
  findRule,
  hyperparametersOf,
  ruleOf,
  type DataModel,
  type DataProblem,
  type Dataset,
  type Optimizer,
  type OptimizerOrMethod,
  type Problem,
} from '../../catalogue';
import type { Hyperparameter, Rule } from '../../formula';
import type { DataChoice, Experiment, FunctionChoice, UserData, ProblemChoice } from './types';

/** A problem of the catalogue with all its constants or settings at their defaults. */
export function defaultChoice(problem: Extract<Problem, { kind: 'data' }>): DataChoice;
export function defaultChoice(problem: Problem): FunctionChoice | DataChoice;
export function defaultChoice(problem: Problem): FunctionChoice | DataChoice {
  const { id } = problem;
  return problem.kind === 'data'
    ? { kind: 'data', id, settings: defaultsOf(problem.settings) }
    : { kind: 'function', id, constants: defaultsOf(problem.constants) };
}

/** User data with the default settings of the problem; without a validation split if they have a visit order, which names the samples to train on. */
export function userDataChoice(problem: DataProblem, userData: UserData): DataChoice {
  const plain = defaultChoice(problem);
  return { ...plain, settings: userData.order ? withoutValidation(plain.settings) : plain.settings, userData };
}

/** The same settings without a validation split. */
export const withoutValidation = (settings: DataChoice['settings']): DataChoice['settings'] =>
  Object.hasOwn(settings, 'validation') ? { ...settings, validation: 0 } : settings;

const defaultsOf = (settings: Readonly<Record<string, { readonly default: number }>>): Record<string, number> =>
  Object.fromEntries(Object.entries(settings).map(([name, setting]) => [name, setting.default]));

/** The catalogue's entry of a validated choice; undefined for a typed loss. */
export const problemOf = (choice: ProblemChoice): Problem | undefined =>
  choice.kind === 'custom' ? undefined : requireEntry(choice.id, findProblem(choice.id));

/** The data problem with this key. Throws RangeError if there is none. */
export function dataProblem(id: string): DataProblem {
  const found = requireEntry(id, findProblem(id));
  if (found.kind !== 'data') throw new RangeError(`"${id}" is no data problem`);
  return found;
}

const models = new Map<string, DataModel>();

/** The model of a data problem. Returns the same object for the same settings and number of features. */
export function modelOf({ id, settings, userData }: DataChoice): DataModel {
  const { model, modelSettings } = dataProblem(id);
  const features = userData?.x[0]?.length;
  const key = JSON.stringify([id, features, modelSettings.map((name) => settings[name])]);
  const cached = models.get(key);
  if (cached) return cached;
  const made = model(settings, features);
  if (models.size > MAX_MODELS) models.clear();
  models.set(key, made);
  return made;
}

const MAX_MODELS = 100;

/** Names of the parameters, in order, and the range over which each is shown at first. */
function parameterSpaceOf(choice: ProblemChoice): Pick<DataModel, 'parameters' | 'view'> {
  if (choice.kind === 'custom') {
    const { parameters, ranges } = choice;
    return { parameters, view: ranges ?? parameters.map(() => UNKNOWN_RANGE) };
  }
  if (choice.kind === 'data') return modelOf(choice);
  const found = requireEntry(choice.id, findProblem(choice.id));
  if (found.kind !== 'function') throw new RangeError(`"${choice.id}" is no function`);
  return found;
}

function dataView(choice: DataChoice): DataModel['view'] {
  const { id, userData, settings } = choice;
  const { userDataView, modelSettings } = dataProblem(id);
  if (!userData || !userDataView) return modelOf(choice).view;
  const views = userDataViews.get(userData.x) ?? new Map<string, DataModel['view']>();
  userDataViews.set(userData.x, views);
  const key = JSON.stringify([id, modelSettings.map((name) => settings[name])]);
  const view = views.get(key) ?? userDataView(datasetOf(userData), settings);
  views.set(key, view);
  return view;
}

/** The views of user data that were computed, by their rows: the experiment changes with every move of a slider, the rows do not. */
const userDataViews = new WeakMap<UserData['x'], Map<string, DataModel['view']>>();

/** User data by columns, the target last. */
export const datasetOf = ({ x, y }: UserData): Dataset => ({
  columns: [...(x[0] ?? []).map((_, j) => Float64Array.from(x, (row) => row[j] ?? Number.NaN)), Float64Array.from(y)],
  size: y.length,
});

/** Range of every parameter of a typed loss for which no other has been found. */
export const UNKNOWN_RANGE = [-3, 3] as const;

/** Names of the parameters, in order. */
export const parametersOf = (choice: ProblemChoice): readonly string[] => parameterSpaceOf(choice).parameters;

/** The range of every parameter in the default view. */
export const defaultRanges = (choice: ProblemChoice): readonly (readonly [number, number])[] =>
  choice.kind === 'data' ? dataView(choice) : parameterSpaceOf(choice).view;

/** The rule of the optimizer with this key. Throws RangeError if there is none, as of a classical method. */
export const ruleById = (id: string): Rule => ruleOf(requireEntry<Optimizer>(id, findRule(id)));

/** The hyperparameters of the rule or the method with this key. Throws RangeError if there is none. */
export const hyperById = (id: string): readonly Hyperparameter[] =>
  hyperparametersOf(requireEntry<OptimizerOrMethod>(id, findOptimizer(id)));

/** Whether a problem keeps its parameters in a box (its domain). */
export function hasDomain(choice: ProblemChoice): boolean {
  const problem = problemOf(choice);
  return problem?.kind === 'function' && problem.domain !== undefined;
}

/** The entry found for a key. Throws RangeError if there is none, which a validated experiment excludes. */
export function requireEntry<T>(id: string, found: T | undefined): T {
  if (found === undefined) throw new RangeError(`"${id}" is not in the catalogue`);
  return found;
}

/** Whether the experiment is on user data. Links do not carry them: without them, a link opens with sampled data instead. */
export const isOnUserData = ({ problem }: Experiment): boolean =>
  problem.kind === 'data' && problem.userData !== undefined;
