import {
  findOptimizer,
  findProblem,
  modifiedRule,
  modifiers,
  ruleOf,
  type DataModel,
  type DataProblem,
  type Dataset,
  type Optimizer,
  type Problem,
} from '../../catalogue';
import type { Rule } from '../../formula';
import type { DataChoice, Experiment, FunctionChoice, GivenData, ProblemChoice, Run } from './types';

/** The catalogue's problem with the defaults of all its constants or settings. */
export function defaultChoice(problem: Extract<Problem, { kind: 'data' }>): DataChoice;
export function defaultChoice(problem: Problem): FunctionChoice | DataChoice;
export function defaultChoice(problem: Problem): FunctionChoice | DataChoice {
  const { id } = problem;
  return problem.kind === 'data'
    ? { kind: 'data', id, settings: defaultsOf(problem.settings) }
    : { kind: 'function', id, constants: defaultsOf(problem.constants) };
}

/** Data given outright, fitted with the defaults of the problem. An order of visits says what is trained on: nothing is kept back. */
export function defaultGiven(problem: DataProblem, given: GivenData): DataChoice {
  const plain = defaultChoice(problem);
  return { ...plain, settings: given.order ? withoutSplit(plain.settings) : plain.settings, given };
}

/** The same settings with no samples kept back, where they say how many are. */
export const withoutSplit = (settings: DataChoice['settings']): DataChoice['settings'] =>
  Object.hasOwn(settings, 'validation') ? { ...settings, validation: 0 } : settings;

const defaultsOf = (settings: Readonly<Record<string, { readonly default: number }>>): Record<string, number> =>
  Object.fromEntries(Object.entries(settings).map(([name, setting]) => [name, setting.default]));

/** The catalogue's problem that a validated choice stands for; undefined for a typed loss. */
export const problemOf = (choice: ProblemChoice): Problem | undefined =>
  choice.kind === 'custom' ? undefined : catalogued(choice.id, findProblem(choice.id));

/** The catalogue's data problem of a validated choice. Throws RangeError where there is no such one. */
export function dataProblem(id: string): DataProblem {
  const found = catalogued(id, findProblem(id));
  if (found.kind !== 'data') throw new RangeError(`"${id}" is no data problem`);
  return found;
}

const models = new Map<string, DataModel>();

/** What a choice's data are fitted by; the same object for the same settings and number of features. */
export function modelOf({ id, settings, given }: DataChoice): DataModel {
  const { model, modelSettings } = dataProblem(id);
  const features = given?.x[0]?.length;
  const key = JSON.stringify([id, features, modelSettings.map((name) => settings[name])]);
  const known = models.get(key);
  if (known) return known;
  const made = model(settings, features);
  if (models.size > MOST_MODELS) models.clear();
  models.set(key, made);
  return made;
}

const MOST_MODELS = 100;

/** The parameters that the optimizers move: their names, in order, and the range of each that is shown at first. */
function movedOf(choice: ProblemChoice): Pick<DataModel, 'parameters' | 'view'> {
  if (choice.kind === 'custom')
    return { parameters: choice.parameters, view: choice.parameters.map(() => UNKNOWN_RANGE) };
  if (choice.kind === 'data') return modelOf(choice);
  const found = catalogued(choice.id, findProblem(choice.id));
  if (found.kind !== 'function') throw new RangeError(`"${choice.id}" is no function`);
  return found;
}

function dataView(choice: DataChoice): DataModel['view'] {
  const { id, given, settings } = choice;
  const { givenView } = dataProblem(id);
  return given && givenView ? givenView(datasetOf(given), settings) : modelOf(choice).view;
}

/** Given data by columns, the target last. */
export const datasetOf = ({ x, y }: GivenData): Dataset => ({
  columns: [...(x[0] ?? []).map((_, j) => Float64Array.from(x, (row) => row[j] ?? Number.NaN)), Float64Array.from(y)],
  size: y.length,
});

/** Of a typed loss nothing is known: each of its parameters is shown over this range. */
const UNKNOWN_RANGE = [-3, 3] as const;

/** Names of the parameters that the optimizers move, in order. */
export const parametersOf = (choice: ProblemChoice): readonly string[] => movedOf(choice).parameters;

/** The range of every parameter that a problem is shown over at first. */
export const viewRanges = (choice: ProblemChoice): readonly (readonly [number, number])[] =>
  choice.kind === 'data' ? dataView(choice) : movedOf(choice).view;

/** The rule of an optimizer by its key. Throws RangeError where the catalogue has none. */
export const ruleById = (id: string): Rule => ruleOf(catalogued<Optimizer>(id, findOptimizer(id)));

/** The rule that a run follows: its optimizer's, with the lines of its modifiers, and on a problem with a domain its projection. */
export const ruleOfRun = (run: Pick<Run, 'optimizer' | 'modifiers'>, bounded: boolean): Rule =>
  modifiedRule(
    ruleById(run.optimizer),
    modifiers.flatMap(({ id }) => (run.modifiers?.[id] === undefined ? [] : [id])),
    bounded,
  );

/** Whether a problem keeps its parameters in a box. */
export function hasDomain(choice: ProblemChoice): boolean {
  const problem = problemOf(choice);
  return problem?.kind === 'function' && problem.domain !== undefined;
}

/** Throws RangeError for a key that the catalogue lacks: an experiment that was not validated. */
export function catalogued<T>(id: string, found: T | undefined): T {
  if (found === undefined) throw new RangeError(`"${id}" is not in the catalogue`);
  return found;
}

/** True where a link cannot say all of the experiment: data given outright is left behind, and drawn instead. */
export const linkLoses = ({ problem }: Experiment): boolean => problem.kind === 'data' && problem.given !== undefined;
