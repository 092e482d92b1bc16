import { findProblem, prepareData, type PreparedData } from '../../catalogue';
import type { DataProblem, FunctionProblem } from '../../catalogue/types';
import {
  activeModifiers,
  datasetOf,
  hasDropout,
  fullBatch,
  limits,
  modelOf,
  modifierHyper,
  ruleOfRun,
  isFullBatch,
  defaultRanges,
} from '../../experiment';
import type { Batch, DataChoice, Experiment, ProblemChoice, Run } from '../../experiment/core/types';
import {
  compileFunction,
  compileLoss,
  compileStep,
  dependents,
  hessianOf,
  parseExpression,
  type LossProgram,
  type StepProgram,
} from '../../formula';
import { planUpdates } from '../samples/batches';
import { sampleDropout, type Dropout } from '../samples/dropout';
import { sampleNoise, readsNoise, withConstantInputs, withNoiseInputs } from './parameterInputs';
import { keyOf } from './keyOf';
import { rememberLast } from '../common/memo';
import { minimumByNewtonStep } from '../loss/newton';
import { randomSource, randomStream } from '../samples/random';
import { computeCoefficients } from './coefficients';
import { ratesOf } from './rates';
import { sampleVisits } from '../samples/visits';
import type { Plan, RunPlan } from './types';

/**
 * Makes an experiment ready to run. Throws FormulaError only if a formula of the catalogue is wrong: an `Experiment`
 * is valid by its type.
 */
export function planExperiment(experiment: Experiment): Plan {
  const problemPlan = planProblem(experiment);
  return { ...problemPlan, runs: experiment.runs.map((run) => planRun(run, experiment, problemPlan)) };
}

type ProblemPlan = Omit<Plan, 'runs'> & { readonly start: readonly number[] };

// While a hyperparameter's slider moves, the problem and the rules stay the same: nothing is compiled again, and no
// data are sampled again.
const rememberProblemPlan = rememberLast<ProblemPlan>(4);
const rememberLoss = rememberLast<LossProgram>(16);
const rememberVisits = rememberLast<Int32Array>(16);
const rememberStep = rememberLast<StepProgram>(32);
const runPlansByProblem = new WeakMap<ProblemPlan, ReturnType<typeof rememberLast<RunPlan>>>();

/** The part of a plan that does not depend on its runs. */
export function planProblem(experiment: Experiment): ProblemPlan {
  const { problem, start, seed } = experiment;
  return rememberProblemPlan(keyOf([problem, start, seed]), () => makeProblemPlan(experiment));
}

function makeProblemPlan(experiment: Experiment): ProblemPlan {
  const { problem } = experiment;
  if (problem.kind === 'custom') {
    const loss = compileLoss(parseExpression(problem.loss, problem.parameters), problem.parameters);
    return {
      parameters: problem.parameters,
      loss,
      training: loss,
      constants: new Float64Array(),
      domain: null,
      data: null,
      minima: [],
      defaultRanges: defaultRanges(problem),
      start: experiment.start ?? problem.parameters.map(() => 0),
    };
  }
  const found = findProblem(problem.id);
  if (found?.kind === 'function' && problem.kind === 'function')
    return planFunction(found, problem.constants, experiment);
  if (found?.kind === 'data' && problem.kind === 'data') return planData(found, problem, experiment);
  throw new RangeError(`no ${problem.kind} problem ${problem.id}`);
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
  return {
    parameters: problem.parameters,
    loss,
    training,
    constants: Float64Array.from(values),
    domain: problem.domain ?? null,
    data: null,
    defaultRanges: problem.view,
    minima,
    start: start ?? problem.start,
  };
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
  const problemPlan = {
    loss,
    training: loss,
    constants: new Float64Array(),
    domain: null,
    data: dataOf(problem, choice, seed),
  };
  return {
    ...problemPlan,
    parameters,
    defaultRanges: defaultRanges(choice),
    minima: isQuadratic(loss) ? minimumOfQuadratic(problemPlan) : [],
    start: start ?? problem.initial(model, randomSource(seed, 'initial')),
  };
}

/** Compiles the loss of one sample, a formula of a model's parameters and these columns. */
function compileModel(loss: string, parameters: readonly string[], columns: readonly string[]): LossProgram {
  const compiled = () => compileLoss(parseExpression(loss, [...parameters, ...columns]), parameters, columns);
  return rememberLoss(JSON.stringify([loss, parameters, columns]), compiled);
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
function minimumOfQuadratic(problemPlan: Parameters<typeof minimumByNewtonStep>[0]): number[][] {
  const point = minimumByNewtonStep(
    problemPlan,
    problemPlan.loss.parameters.map(() => 0),
  );
  return point ? [point] : [];
}

const userVisitOrder = (problem: ProblemChoice) => (problem.kind === 'data' ? problem.userData?.order : undefined);

/**
 * The visit order of a run: that of the user data if they have one, otherwise sampled from the seed, the same for all
 * runs that sample in the same way.
 */
function visitOrderOf(
  { problem, seed, epochs = 0 }: Experiment,
  { size, difficulty }: PreparedData,
  { sampling, stages }: Batch,
): Int32Array {
  const order = userVisitOrder(problem);
  if (order) return Int32Array.from(order.slice(0, epochs).flat());
  const key = keyOf([problem, seed, epochs, sampling, stages]);
  return rememberVisits(key, () =>
    sampleVisits(size, epochs, { sampling, stages }, randomStream(seed, 'order'), difficulty),
  );
}

/** The hidden units that a run leaves out at each of its visits; null for a run without dropout, also if p is 0. */
function dropoutOfRun(run: Run, { problem, seed }: Experiment, visits: number): Dropout | null {
  const p = run.modifiers?.dropout ?? 0;
  const model = problem.kind === 'data' ? modelOf(problem) : null;
  if (!hasDropout(run) || !model?.training) return null;
  const { loss, masks } = model.training;
  const program = compileModel(loss, model.parameters, [...model.columns, ...masks]);
  return sampleDropout({ p, seed, visits }, loss, program, masks.length);
}

/**
 * Remembers as many run plans as an experiment may have runs: while one run's slider moves, the plans of the other
 * runs stay the same objects, and these runs need not be computed again.
 */
function planRun(run: Run, experiment: Experiment, problemPlan: ProblemPlan): RunPlan {
  const remember = runPlansByProblem.get(problemPlan) ?? rememberLast<RunPlan>(limits.runs.max);
  runPlansByProblem.set(problemPlan, remember);
  return remember(JSON.stringify([run, experiment.steps, experiment.epochs]), () =>
    makeRunPlan(run, experiment, problemPlan),
  );
}

const NO_VISITS = new Int32Array();

function makeRunPlan(run: Run, experiment: Experiment, problemPlan: ProblemPlan): RunPlan {
  const bounded = problemPlan.domain !== null;
  const rule = ruleOfRun(run, bounded);
  const n = problemPlan.parameters.length;
  const step = rememberStep(`${n} ${run.optimizer} ${activeModifiers(run).join()} ${bounded}`, () =>
    compileStep(rule, n, bounded),
  );
  const settings: Run['hyper'] = { ...run.hyper, ...modifierHyper(run) };
  const hyper = Object.fromEntries(
    rule.hyper.map(({ name, default: fallback }) => [name, Number(settings[name] ?? fallback)]),
  );
  const { data } = problemPlan;
  const batch = run.batch ?? fullBatch;
  // With full batches the order within an epoch changes nothing, so only one epoch is stored: thousands of epochs
  // over thousands of samples would fill the memory. Dropout leaves out other units at every visit and so needs all
  // epochs; user data may bring an order of their own.
  const repeatsFirstEpoch =
    data !== null && !hasDropout(run) && isFullBatch(data.size, batch) && !userVisitOrder(experiment.problem);
  const batches = data ? planUpdates(data.size, experiment.epochs ?? 0, batch, repeatsFirstEpoch) : null;
  const updates = batches?.count ?? experiment.steps ?? 0;
  const lrs = ratesOf(hyper.lr ?? Number.NaN, updates, run.schedule, batches?.epoch);
  const { fixed, perUpdate, initial } = computeCoefficients(step, hyper, lrs);
  const free = problemPlan.parameters.map((name) => Number(!run.modifiers?.frozen?.includes(name)));
  const parameterInputs = {
    free,
    domain: problemPlan.domain,
    noise: readsNoise(step) ? sampleNoise(experiment.seed, updates, n) : new Float64Array(),
  };
  const visits = !data
    ? NO_VISITS
    : repeatsFirstEpoch
      ? visitOrderOf({ ...experiment, epochs: 1 }, data, { ...batch, sampling: 'none' })
      : visitOrderOf(experiment, data, batch);
  return {
    optimizer: run.optimizer,
    step,
    modifiers: activeModifiers(run),
    hyper,
    updates,
    batches,
    rates: lrs,
    parameterInputs,
    fixed: withConstantInputs(step, fixed, parameterInputs),
    perUpdate: withNoiseInputs(step, perUpdate, parameterInputs, updates),
    visits,
    dropout: dropoutOfRun(run, experiment, visits.length),
    start: Float64Array.from(problemPlan.start),
    startState: Float64Array.from(
      step.states.flatMap((_, s) => problemPlan.parameters.map(() => initial[s] ?? Number.NaN)),
    ),
  };
}
