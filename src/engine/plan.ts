import { findOptimizer, findProblem, ruleOf } from '../catalogue';
import type { DataProblem, Dataset, FunctionProblem } from '../catalogue/types';
import type { DataChoice, Experiment, Run } from '../experiment/types';
import { compileFunction, compileLoss, compileStep, dependents, hessianOf, parseExpression, type LossProgram, type StepProgram } from '../formula';
import { cutIntoUpdates, drawOrder, type Updates } from './batches';
import { rememberLast } from './memo';
import { minimumInSight } from './newton';
import { chanceFrom, randomStream } from './random';
import { rates, runSchedule } from './schedule';

/** An experiment made ready to run: programs compiled, data drawn, every number that is not the GPU's business computed. */
export interface Plan {
  readonly parameters: readonly string[];
  readonly loss: LossProgram;
  /** Values of the loss's constants, in the order of `loss.others`; empty for data problems. */
  readonly constants: Float64Array;
  readonly data: PlanData | null;
  readonly runs: readonly RunPlan[];
  /** The rectangle beyond which a run has left: the problem's own view, [min, max] of every parameter. */
  readonly view: readonly (readonly [number, number])[];
  /** Known minimisers. */
  readonly minima: readonly (readonly number[])[];
}

export interface PlanData extends Dataset {
  /** Samples in the order in which the epochs visit them, end to end. */
  readonly visits: Int32Array;
}

export interface RunPlan {
  readonly step: StepProgram;
  readonly hyper: Readonly<Record<string, number>>;
  readonly start: Float64Array;
  /** States x parameters. */
  readonly startState: Float64Array;
  readonly fixed: Float64Array;
  /** updates x step.schedule.perUpdate. */
  readonly perUpdate: Float64Array;
  readonly rates: Float64Array;
  readonly updates: number;
  /** Which samples make each update; null for function problems. */
  readonly batches: Updates | null;
}

/** Of a typed loss nothing is known: each of its parameters is shown over this range. */
export const CUSTOM_RANGE: readonly [number, number] = [-3, 3];

/** Prepares an experiment. Throws FormulaError only if a text of the catalogue is wrong: experiments are valid by type. */
export function planOf(experiment: Experiment): Plan {
  const ground = groundOf(experiment);
  const runs = experiment.runs.map((run) => planRun(run, experiment, ground));
  return { ...ground, runs };
}

type Ground = Omit<Plan, 'runs'> & { readonly start: readonly number[] };

// While a slider moves, the problem and the rules stay what they were: neither is compiled, nor data drawn, again.
const rememberGround = rememberLast<Ground>(4);
const rememberStep = rememberLast<StepProgram>(32);

/** All of a plan that does not depend on its runs. */
export function groundOf(experiment: Experiment): Ground {
  const { problem, start, seed, epochs } = experiment;
  return rememberGround(JSON.stringify([problem, start, seed, epochs]), () => makeGround(experiment));
}

function makeGround(experiment: Experiment): Ground {
  const { problem } = experiment;
  if (problem.kind === 'custom') {
    const loss = compileLoss(parseExpression(problem.loss, problem.parameters), problem.parameters);
    return {
      parameters: problem.parameters, loss, constants: new Float64Array(), data: null, minima: [],
      view: problem.parameters.map(() => CUSTOM_RANGE),
      start: experiment.start ?? problem.parameters.map(() => 0),
    };
  }
  const found = findProblem(problem.id);
  if (found?.kind === 'function' && problem.kind === 'function') return functionGround(found, problem.constants, experiment);
  if (found?.kind === 'data' && problem.kind === 'data') return dataGround(found, problem, experiment);
  throw new RangeError(`no ${problem.kind} problem ${problem.id}`);
}

function functionGround(problem: FunctionProblem, constants: Readonly<Record<string, number>>, { start }: Experiment): Ground {
  const names = Object.keys(problem.constants);
  const values = names.map((name) => constants[name] ?? problem.constants[name]?.default ?? Number.NaN);
  const loss = compileLoss(parseExpression(problem.loss, [...problem.parameters, ...names]), problem.parameters, names);
  const minima = problem.minima.map((point) => point.map((text) => compileFunction(parseExpression(text, names), names)(values)));
  return { parameters: problem.parameters, loss, constants: Float64Array.from(values), data: null, view: problem.view, minima, start: start ?? problem.start };
}

function dataGround(problem: DataProblem, choice: DataChoice, { seed, epochs, start }: Experiment): Ground {
  const loss = compileLoss(parseExpression(problem.loss, [...problem.parameters, ...problem.columns]), problem.parameters, problem.columns);
  const set = choice.given ? givenDataset(choice.given, problem) : problem.draw(choice.settings, chanceFrom(seed, 'data'));
  const order = choice.given?.order ?? drawOrder(set.size, epochs ?? problem.epochs, randomStream(seed, 'order'));
  const data = { ...set, visits: Int32Array.from(order.flatMap((epoch) => [...epoch])) };
  const ground = { loss, constants: new Float64Array(), data };
  return {
    ...ground, parameters: problem.parameters, view: problem.view, minima: isQuadratic(loss) ? oneMinimum(ground) : [],
    start: start ?? problem.initial(chanceFrom(seed, 'initial')),
  };
}

/** Whether the second derivatives are the same everywhere. */
export function isQuadratic(loss: LossProgram): boolean {
  const second = hessianOf(loss).flat();
  const depends = dependents(loss.graph, loss.parameters.map((name) => loss.graph.input(name)));
  return second.every((node) => !depends[node]);
}

/** The minimum of a quadratic loss, exact after one Newton step from anywhere; none where it is degenerate. */
function oneMinimum(ground: Parameters<typeof minimumInSight>[0]): number[][] {
  const point = minimumInSight(ground, ground.loss.parameters.map(() => 0));
  return point ? [point] : [];
}

function givenDataset(given: NonNullable<DataChoice['given']>, problem: DataProblem): Dataset {
  const features = problem.columns.length - 1;
  const columns = Array.from({ length: features }, (_, j) => Float64Array.from(given.x, (row) => row[j] ?? Number.NaN));
  return { columns: [...columns, Float64Array.from(given.y)], size: given.y.length };
}

function planRun(run: Run, experiment: Experiment, ground: Ground): RunPlan {
  const optimizer = findOptimizer(run.optimizer);
  if (!optimizer) throw new RangeError(`no optimizer ${run.optimizer}`);
  const rule = ruleOf(optimizer);
  const step = rememberStep(`${ground.parameters.length} ${optimizer.rule}`, () => compileStep(rule, ground.parameters.length));
  const hyper = Object.fromEntries(rule.hyper.map(({ name, default: fallback }) => [name, Number(run.hyper[name] ?? fallback)]));
  const { data } = ground;
  const batches = data ? cutIntoUpdates(data.size, data.visits.length / data.size, run.batch ?? { size: 'all', accumulate: 1 }) : null;
  const updates = batches?.count ?? experiment.steps ?? 0;
  const lrs = rates(hyper.lr ?? Number.NaN, updates, run.schedule, batches?.epoch);
  const { fixed, perUpdate, initial } = runSchedule(step, hyper, lrs);
  return {
    step, hyper, fixed, perUpdate, updates, batches, rates: lrs,
    start: Float64Array.from(ground.start),
    startState: Float64Array.from(step.states.flatMap((_, s) => ground.parameters.map(() => initial[s] ?? Number.NaN))),
  };
}
