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

/** Prepares an experiment. Throws FormulaError only if a text of the catalogue is wrong: experiments are valid by type. */
export function planExperiment(experiment: Experiment): Plan {
  const problemPlan = planProblem(experiment);
  return { ...problemPlan, runs: experiment.runs.map((run) => planRun(run, experiment, problemPlan)) };
}

type ProblemPlan = Omit<Plan, 'runs'> & { readonly start: readonly number[] };

// While a slider moves, the problem and the rules stay what they were: neither is compiled, nor data drawn, again.
const rememberProblemPlan = rememberLast<ProblemPlan>(4);
const rememberLoss = rememberLast<LossProgram>(16);
const rememberVisits = rememberLast<Int32Array>(16);
const rememberStep = rememberLast<StepProgram>(32);
const runPlansByProblem = new WeakMap<ProblemPlan, ReturnType<typeof rememberLast<RunPlan>>>();

/** All of a plan that does not depend on its runs. */
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

/** The loss that is shown, and the one that an update descends: others where a problem's loss changes with `t`. */
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

/** A loss of one sample over a model's parameters and these columns. */
function compileModel(loss: string, parameters: readonly string[], columns: readonly string[]): LossProgram {
  const compiled = () => compileLoss(parseExpression(loss, [...parameters, ...columns]), parameters, columns);
  return rememberLoss(JSON.stringify([loss, parameters, columns]), compiled);
}

/** The data that a choice stands for. Drawn samples are as random as they come; of given ones the seed says which are kept back. */
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

/** Whether the second derivatives are the same everywhere; found out once for a program, for networks have thousands of them. */
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

/** The minimum of a quadratic loss, exact after one Newton step from anywhere; none where it is degenerate. */
function minimumOfQuadratic(problemPlan: Parameters<typeof minimumByNewtonStep>[0]): number[][] {
  const point = minimumByNewtonStep(
    problemPlan,
    problemPlan.loss.parameters.map(() => 0),
  );
  return point ? [point] : [];
}

const userVisitOrder = (problem: ProblemChoice) => (problem.kind === 'data' ? problem.userData?.order : undefined);

/** The order of visits of a run: as given, or drawn from the seed, the same for all runs that draw in the same way. */
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

/** The units that a run leaves out at each of its visits; null for a run without dropout, and where p is 0. */
function dropoutOfRun(run: Run, { problem, seed }: Experiment, visits: number): Dropout | null {
  const p = run.modifiers?.dropout ?? 0;
  const model = problem.kind === 'data' ? modelOf(problem) : null;
  if (!hasDropout(run) || !model?.training) return null;
  const { loss, masks } = model.training;
  const program = compileModel(loss, model.parameters, [...model.columns, ...masks]);
  return sampleDropout({ p, seed, visits }, loss, program, masks.length);
}

/** As many runs as an experiment has: a run that stays as it is while another's slider moves is the same object, and need not be run again. */
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
  // An order that changes nothing is not drawn, unless units are left out anew at every visit: thousands of epochs over thousands of samples would fill the memory.
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
