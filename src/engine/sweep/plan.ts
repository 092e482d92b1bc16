import type { AxisTarget } from '../../experiment';
import type { StepProgram } from '../../formula';
import { trainingLossOf } from '../samples/dropout';
import { withConstantInputs, withNoiseInputs } from '../plan/parameterInputs';
import { rememberLast } from '../common/memo';
import { planExperiment } from '../plan/plan';
import type { Plan, RunPlan } from '../plan/types';
import { computeCoefficients, type Coefficients } from '../plan/coefficients';
import { ratesOf } from '../plan/rates';
import { axisValue, checkSweep } from './axes';
import { decidedStep } from './decide';
import { minimaAt, minimaProgram, type MinimaProgram } from './minima';
import { splitSchedule, type Along, type SplitSchedule } from './split';
import type { SweepAxis, SweepRequest } from './types';

/** A sweep made ready to run, on a grid of any size. */
export interface SweepPlan {
  readonly request: SweepRequest;
  /** The experiment's plan with the varied run alone, which `run` stands for, and what that run descends. */
  readonly plan: Plan;
  /** That run with its flags decided and without what is off; its numbers are those of no pixel. */
  readonly run: RunPlan;
  readonly x: AxisTarget;
  readonly y: AxisTarget;
  readonly split: SplitSchedule;
  readonly minima: MinimaProgram;
}

/** Pixels of the grid at hand. */
export interface Grid {
  readonly width: number;
  readonly height: number;
}

/** The settings of one pixel's run. */
export interface PixelSettings {
  readonly hyper: Readonly<Record<string, number>>;
  readonly start: Float64Array;
  /** In the order of `loss.others`. */
  readonly constants: Float64Array;
}

/** Checks and prepares a sweep. Throws ExperimentError as `checkSweep` does. */
export function sweepPlanOf(request: SweepRequest): SweepPlan {
  const { experiment, steps } = request;
  const { run: chosen, x, y } = checkSweep(request);
  const alone = { ...experiment, runs: [chosen], ...(steps === undefined ? {} : { steps }) };
  const made = planExperiment(alone);
  const planned = made.runs[0] as RunPlan;
  const plan = { ...made, training: trainingLossOf(made, planned) };
  const hyperOf = (target: AxisTarget) => (target.kind === 'hyper' ? target.name : null);
  const decided = { hyper: planned.hyper, swept: [hyperOf(x), hyperOf(y)], bounded: plan.domain !== null };
  const run = { ...planned, step: decidedStep(planned.step.rule, plan.parameters.length, decided) };
  return {
    request,
    plan,
    run,
    x,
    y,
    split: splitSchedule(run.step, hyperOf(x), hyperOf(y), chosen.schedule === undefined),
    minima: minimaProgram(experiment, plan, run.start),
  };
}

/** What a pixel's run is set to. */
export function settingsAt(sweep: SweepPlan, { width, height }: Grid, column: number, row: number): PixelSettings {
  const { request, run, plan, x, y } = sweep;
  const settings = { hyper: { ...run.hyper }, start: run.start.slice(), constants: plan.constants.slice() };
  const place = (target: AxisTarget, axis: SweepAxis, index: number, count: number) => {
    const value = axisValue(axis, index, count);
    if (target.kind === 'hyper') settings.hyper[target.name] = value;
    else if (target.kind === 'start') settings.start[target.index] = value;
    else settings.constants[plan.loss.others.indexOf(target.name)] = value;
  };
  place(x, request.x, column, width);
  place(y, request.y, row, height);
  return settings;
}

/** The plan of one pixel's run: it runs as what `planExperiment` makes of the experiment with that pixel's settings. */
export function planAt(sweep: SweepPlan, grid: Grid, column: number, row: number): Plan {
  const { plan, run, minima } = sweep;
  const { hyper, start, constants } = settingsAt(sweep, grid, column, row);
  const lrs = ratesFor(sweep, hyper);
  const { fixed, perUpdate, initial } = computeCoefficients(run.step, hyper, lrs);
  const startState = Float64Array.from(
    run.step.states.flatMap((_, s) => plan.parameters.map(() => initial[s] as number)),
  );
  return {
    ...plan,
    constants,
    minima: minimaAt(minima, minima.ofConstants ? constants : minima.values),
    runs: [
      {
        ...run,
        hyper,
        start,
        startState,
        rates: lrs,
        fixed: withConstantInputs(run.step, fixed, run.parameterInputs),
        perUpdate: withNoiseInputs(run.step, perUpdate, run.parameterInputs, run.updates),
      },
    ],
  };
}

/** What a rule's schedule says of a grid: what is the same for all runs, of every column, and of every row. */
export type HandedAlong = Readonly<Record<'shared' | 'x' | 'y', readonly Coefficients[]>>;

/** A grid's are tens of thousands of powers; another start or constant leaves them as they were. Two sweeps of three grids. */
const rememberHanded = rememberLast<HandedAlong>(6);

/** Numbers of the schedule that change along no axis, along x and along y, for the settings of a grid. */
export function handedAlong(sweep: SweepPlan, grid: Grid): HandedAlong {
  const along = (axis: 'x' | 'y') => settingsAlong(sweep, grid, axis).map(({ hyper }) => handedAt(sweep, axis, hyper));
  return rememberHanded(scheduleKey(sweep, grid), () => ({
    shared: [handedAt(sweep, 'shared', sweep.run.hyper)],
    x: along('x'),
    y: along('y'),
  }));
}

/** All that a rule's schedule over a grid depends on. */
function scheduleKey(
  { request: { experiment, run: index, x, y }, plan, run }: SweepPlan,
  { width, height }: Grid,
): string {
  return JSON.stringify([
    experiment.runs[index],
    plan.data?.size,
    run.updates,
    plan.parameters.length,
    plan.domain !== null,
    x,
    y,
    width,
    height,
  ]);
}

/** The settings of the pixels along one side of the grid. */
export function settingsAlong(sweep: SweepPlan, grid: Grid, along: 'x' | 'y'): PixelSettings[] {
  return Array.from({ length: along === 'x' ? grid.width : grid.height }, (_, k) =>
    along === 'x' ? settingsAt(sweep, grid, k, 0) : settingsAt(sweep, grid, 0, k),
  );
}

/** Numbers of the schedule that change along `along`, in float64, for one run. */
export function handedAt(sweep: SweepPlan, along: Along, hyper: Readonly<Record<string, number>>): Coefficients {
  const program = handedProgram(sweep, along);
  // Where nothing changes with the update, no update is walked through: a sweep has hundreds of columns and rows.
  return computeCoefficients(
    program,
    hyper,
    program.coefficients.perUpdate.length === 0 ? new Float64Array(0) : ratesFor(sweep, hyper),
  );
}

const handedPrograms = new WeakMap<SweepPlan, Map<Along, StepProgram>>();

function handedProgram(sweep: SweepPlan, along: Along): StepProgram {
  const known = handedPrograms.get(sweep) ?? new Map<Along, StepProgram>();
  handedPrograms.set(sweep, known);
  const found = known.get(along);
  if (found) return found;
  const { step, fixed, timed } = sweep.split;
  const chosen = (numbers: SplitSchedule['fixed']) =>
    numbers.filter((number) => number.along === along).map(({ node }) => ({ from: node, to: node }));
  // The schedule alone is run, with other results than the step's own: where they would go does not matter to it.
  const program: StepProgram = {
    ...step,
    coefficients: { ...step.coefficients, fixed: chosen(fixed), perUpdate: chosen(timed) },
  };
  known.set(along, program);
  return program;
}

function ratesFor({ run, request }: SweepPlan, hyper: Readonly<Record<string, number>>): Float64Array {
  const schedule = request.experiment.runs[request.run]?.schedule;
  return ratesOf(hyper.lr ?? Number.NaN, run.updates, schedule, run.batches?.epoch);
}
