import { findProblem, prepareData, type PreparedData } from '../../catalogue';
import type { DataProblem, FunctionProblem } from '../../catalogue/types';
import { datasetOf, modelOf, defaultRanges } from '../../experiment';
import type { CustomChoice, DataChoice, Experiment } from '../../experiment/core/types';
import { compileFunction, compileLoss, dependents, hessianOf, parseExpression, type LossProgram } from '../../formula';
import { compileModel } from './compileModel';
import { memoKey } from '../common/memoKey';
import { rememberLast } from '../common/memo';
import { NEVER_PAUSE, runToEnd } from '../common/slice';
import { minimaIn } from '../search/minima';
import { LossEvaluator } from '../loss/evaluator';
import { minimumByNewtonStep } from '../loss/newton';
import { randomSource, randomStream } from '../samples/random';
import { planDataRun, planFunctionRun } from './runs';
import { sampleVisits } from '../samples/visits';
import type { DataLoss, LossSource } from '../loss/source';
import { tensorsOf } from './tensors';
import type { FunctionPlan, Plan, ProblemPlan } from './types';

/**
 * Makes an experiment whose runs all have rules ready to run. Throws FormulaError only if a formula of the catalogue is
 * wrong: an `Experiment` is valid by its type. Throws RangeError if a run is by a classical method: `planEveryRun` (everyRun.ts) takes those.
 */
export function planExperiment(experiment: Experiment): Plan {
  const problemPlan = planProblem(experiment);
  return problemPlan.kind === 'data'
    ? { ...problemPlan, runs: experiment.runs.map((run) => planDataRun(run, experiment, problemPlan)) }
    : { ...problemPlan, runs: experiment.runs.map((run) => planFunctionRun(run, experiment, problemPlan)) };
}

// While a hyperparameter's slider moves, the problem stays the same: nothing is compiled again, and no data are sampled
// again.
const rememberProblemPlan = rememberLast<ProblemPlan>(4);

/** The part of a plan that does not depend on its runs. */
export function planProblem(experiment: Experiment): ProblemPlan {
  const { problem, start, seed } = experiment;
  return rememberProblemPlan(memoKey([problem, start, seed]), () => makeProblemPlan(experiment));
}

function makeProblemPlan(experiment: Experiment): ProblemPlan {
  const { problem } = experiment;
  if (problem.kind === 'custom') return planTypedLoss(problem, experiment);
  const found = findProblem(problem.id);
  if (found?.kind === 'function' && problem.kind === 'function')
    return planFunction(found, problem.constants, experiment);
  if (found?.kind === 'data' && problem.kind === 'data') return planData(found, problem, experiment);
  throw new RangeError(`no ${problem.kind} problem ${problem.id}`);
}

// While the start is dragged, the minima stay.
const rememberMinima = rememberLast<FunctionPlan['minima']>(4);

function planTypedLoss(problem: CustomChoice, { start, seed }: Experiment): ProblemPlan {
  const { parameters, constants = {} } = problem;
  const loss = compileModel(problem.loss, parameters, Object.keys(constants));
  const source = { kind: 'function', loss, constants: Float64Array.from(Object.values(constants)) } as const;
  const ranges = defaultRanges(problem);
  return {
    ...source,
    parameters,
    tensors: [],
    training: loss,
    domain: null,
    minima: rememberMinima(memoKey([problem, seed]), () => runToEnd(minimaIn(source, ranges, seed, NEVER_PAUSE))),
    lowest: null,
    defaultRanges: ranges,
    start: start ?? parameters.map(() => 0),
  };
}

function planFunction(
  problem: FunctionProblem,
  constants: Readonly<Record<string, number>>,
  { start }: Experiment,
): ProblemPlan {
  const names = Object.keys(problem.constants);
  const values = names.map((name) => constants[name] ?? problem.constants[name]?.default ?? Number.NaN);
  const { loss, training } = functionLosses(problem, names);
  const minima = problem.minima.map((point) =>
    point.map((text) => compileFunction(parseExpression(text, names), names)(values)),
  );
  const constantValues = Float64Array.from(values);
  return {
    kind: 'function',
    parameters: problem.parameters,
    tensors: tensorsOf(problem),
    loss,
    training,
    constants: constantValues,
    domain: problem.domain ?? null,
    defaultRanges: problem.view,
    minima,
    lowest: problem.isUnbounded ? -Infinity : lowestOf({ kind: 'function', loss, constants: constantValues }, minima),
    start: start ?? problem.start,
  };
}

/** The lowest loss at any of some points. */
function lowestOf(source: LossSource, points: readonly (readonly number[])[]): number {
  const evaluator = new LossEvaluator(source, 'float64');
  return Math.min(...points.map((point) => evaluator.lossAt(point)));
}

/**
 * The full loss, which is shown, and the training loss, which an update descends. They differ if the problem's loss
 * changes with `t`.
 */
function functionLosses(
  { loss, objective, parameters }: FunctionProblem,
  names: readonly string[],
): Pick<Plan, 'loss' | 'training'> {
  const compiled = (text: string, others: readonly string[]) =>
    compileLoss(parseExpression(text, [...parameters, ...others]), parameters, others);
  const shown = compiled(objective ?? loss, names);
  return { loss: shown, training: objective === undefined ? shown : compiled(loss, [...names, 't']) };
}

function planData(problem: DataProblem, choice: DataChoice, { seed, start }: Experiment): ProblemPlan {
  const model = modelOf(choice);
  const { parameters, columns } = model;
  const loss = compileModel(model.loss, parameters, columns);
  const source: DataLoss = { kind: 'data', loss, data: dataOf(problem, choice, seed) };
  return {
    ...source,
    parameters,
    tensors: tensorsOf(model),
    training: loss,
    defaultRanges: defaultRanges(choice),
    minima: isQuadratic(loss) ? minimumOfQuadratic(source) : [],
    lowest: problem.isConvex ? 'anyMinimum' : null,
    start: start ?? problem.initial(model, randomSource(seed, 'initial')),
  };
}

/**
 * The data of a choice. Sampled data are in random order already, so that any of them can be held back; of user data
 * the seed decides which are held back.
 */
function dataOf(problem: DataProblem, { userData, settings }: DataChoice, seed: number): PreparedData {
  if (!userData) return prepareData(problem.sample(settings, randomSource(seed, 'data')), settings, null);
  const set = datasetOf(userData);
  const validationOrder =
    (settings.validation ?? 0) > 0
      ? sampleVisits(set.size, 1, { sampling: 'shuffle', stages: 1 }, randomStream(seed, 'validation'))
      : null;
  return prepareData(set, settings, validationOrder);
}

const quadratic = new WeakMap<LossProgram, boolean>();

/**
 * Whether a loss has the same second derivatives everywhere. Computed once for each program, because a network has
 * thousands of them.
 */
export function isQuadratic(loss: LossProgram): boolean {
  const known = quadratic.get(loss) ?? hasConstantHessian(loss);
  quadratic.set(loss, known);
  return known;
}

function hasConstantHessian(loss: LossProgram): boolean {
  const second = hessianOf(loss).flat();
  const depends = dependents(
    loss.graph,
    loss.parameters.map((name) => loss.graph.input(name)),
  );
  return second.every((node) => !depends[node]);
}

/** The minimum of a quadratic loss, which one Newton step from any point reaches exactly; empty if it is degenerate. */
function minimumOfQuadratic(source: LossSource): number[][] {
  const point = minimumByNewtonStep(
    source,
    source.loss.parameters.map(() => 0),
  );
  return point ? [point] : [];
}
