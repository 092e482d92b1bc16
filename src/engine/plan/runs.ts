import type { PreparedData } from '../../catalogue';
import { activeModifiers, fullBatch, hasDropout, isFullBatch, limits, modelOf, modifierHyper } from '../../experiment';
import { ruleOfRun } from '../../experiment/core/ruleOfRun';
import type { Batch, Experiment, ProblemChoice, Run } from '../../experiment/core/types';
import { compileStep, type StepProgram } from '../../formula';
import { rememberLast } from '../common/memo';
import { planUpdates } from '../samples/batches';
import { sampleDropout, type Dropout } from '../samples/dropout';
import { randomStream } from '../samples/random';
import type { BatchSamples } from '../samples/updateSamples';
import { sampleVisits } from '../samples/visits';
import { computeCoefficients } from './coefficients';
import { compileModel } from './compileModel';
import { memoKey } from '../common/memoKey';
import { readsNoise, sampleNoise, withConstantInputs, withNoiseInputs } from './parameterInputs';
import { ratesFromLosses, ratesOf } from './rates';
import type { CommonRunPlan, DataRunPlan, FunctionRunPlan, ProblemPlan } from './types';

export type FunctionProblemPlan = Extract<ProblemPlan, { kind: 'function' }>;
export type DataProblemPlan = Extract<ProblemPlan, { kind: 'data' }>;

const rememberVisits = rememberLast<Int32Array>(16);
const rememberStep = rememberLast<StepProgram>(32);

/**
 * Remembers as many run plans of a problem as an experiment may have runs: while one run's slider moves, the plans of the
 * other runs stay the same objects, and these runs need not be computed again.
 */
export function rememberRuns<P extends ProblemPlan, R>(make: (run: Run, experiment: Experiment, problemPlan: P) => R) {
  const byProblem = new WeakMap<P, ReturnType<typeof rememberLast<R>>>();
  return (run: Run, experiment: Experiment, problemPlan: P): R => {
    const remember = byProblem.get(problemPlan) ?? rememberLast<R>(limits.runs.max);
    byProblem.set(problemPlan, remember);
    return remember(JSON.stringify([run, experiment.steps, experiment.epochs]), () =>
      make(run, experiment, problemPlan),
    );
  };
}

/** The plan of a run on a function problem or a typed loss. */
export const planFunctionRun = rememberRuns((run, experiment, problemPlan: FunctionProblemPlan): FunctionRunPlan => ({
  kind: 'function',
  ...planRule(run, experiment, problemPlan, { domain: problemPlan.domain, updates: experiment.steps ?? 0 }),
}));

/** The plan of a run on a data problem. */
export const planDataRun = rememberRuns((run, experiment, problemPlan: DataProblemPlan): DataRunPlan => {
  const samples = batchSamplesOf(run, experiment, problemPlan.data);
  const { count, epoch } = samples.batches;
  return { ...samples, ...planRule(run, experiment, problemPlan, { domain: null, updates: count, epochs: epoch }) };
});

interface RuleSettings {
  readonly domain: CommonRunPlan['parameterInputs']['domain'];
  readonly updates: number;
  /** Epoch of each update, from 0; absent where there are none. */
  readonly epochs?: Int32Array;
}

/** The rule of a run, compiled, with the numbers that it reads. */
function planRule(
  run: Run,
  { seed }: Experiment,
  { parameters, tensors, start }: ProblemPlan,
  { domain, updates, epochs }: RuleSettings,
): CommonRunPlan {
  const bounded = domain !== null;
  const rule = ruleOfRun(run, bounded);
  const n = parameters.length;
  const step = rememberStep(
    `${n} ${run.optimizer} ${activeModifiers(run).join()} ${bounded} ${JSON.stringify(tensors)}`,
    () => compileStep(rule, n, bounded, tensors),
  );
  const settings: Run['hyper'] = { ...run.hyper, ...modifierHyper(run) };
  const hyper = Object.fromEntries(
    rule.hyper.map(({ name, default: fallback }) => [name, Number(settings[name] ?? fallback)]),
  );
  const rates = ratesOf(hyper.lr ?? Number.NaN, updates, run.schedule, epochs);
  const { fixed, perUpdate, initial } = computeCoefficients(step, hyper, rates);
  const parameterInputs = {
    free: parameters.map((name) => Number(!run.modifiers?.frozen?.includes(name))),
    domain,
    noise: readsNoise(step) ? sampleNoise(seed, updates, n) : new Float64Array(),
  };
  return {
    by: 'rule',
    optimizer: run.optimizer,
    step,
    modifiers: activeModifiers(run),
    hyper,
    updates,
    rates,
    ratesFrom: ratesFromLosses(hyper.lr ?? Number.NaN, updates, run.schedule),
    parameterInputs,
    precision: run.precision,
    fixed: withConstantInputs(step, fixed, parameterInputs),
    perUpdate: withNoiseInputs(step, perUpdate, parameterInputs, updates),
    start: Float64Array.from(start),
    startState: Float64Array.from(step.states.flatMap((_, s) => parameters.map(() => initial[s] ?? Number.NaN))),
  };
}

/** The samples of a run's updates. */
export function batchSamplesOf(run: Run, experiment: Experiment, data: PreparedData): BatchSamples {
  const batch = run.batch ?? fullBatch;
  // With full batches the order within an epoch changes nothing, so only one epoch is stored: thousands of epochs
  // over thousands of samples would fill the memory. Dropout leaves out other units at every visit and so needs all
  // epochs; user data may bring an order of their own.
  const repeatsFirstEpoch = !hasDropout(run) && isFullBatch(data.size, batch) && !userVisitOrder(experiment.problem);
  const visits = repeatsFirstEpoch
    ? visitOrderOf({ ...experiment, epochs: 1 }, data, { ...batch, sampling: 'none' })
    : visitOrderOf(experiment, data, batch);
  return {
    kind: 'data',
    data,
    batches: planUpdates(data.size, experiment.epochs ?? 0, batch, repeatsFirstEpoch),
    visits,
    dropout: dropoutOfRun(run, experiment, visits.length),
  };
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
  const key = memoKey([problem, seed, epochs, sampling, stages]);
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
