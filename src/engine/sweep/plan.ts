import type { SweepAxis } from '../../experiment/core/types';
import type { StepProgram } from '../../formula';
import { trainingLossOf } from '../samples/updateSamples';
import { withConstantInputs, withNoiseInputs } from '../plan/parameterInputs';
import { rememberLast } from '../common/memo';
import { planExperiment } from '../plan/plan';
import type { CommonRunPlan, Plan, RunPlan } from '../plan/types';
import { computeCoefficients, type Coefficients } from '../plan/coefficients';
import { ratesOf } from '../plan/rates';
import { axisValue, checkSweep } from './axes';
import { reducedStep } from './reducedStep';
import { minimaAt, minimaProgram, type MinimaProgram } from './minima';
import { partitionCoefficients, type VariesAlong, type PartitionedCoefficients } from './coefficients';
import type { SweepRequest } from './types';

/** A sweep made ready to run, on a grid of any size. */
export interface SweepPlan {
  readonly request: SweepRequest;
  /**
   * The plan of the experiment with only the varied run, which has its reduced step; its `training` is the loss that this
   * run descends.
   */
  readonly plan: Plan;
  /** The only run of `plan`. Its numbers are the experiment's, not those of a pixel. */
  readonly run: RunPlan;
  readonly x: SweepAxis;
  readonly y: SweepAxis;
  readonly coefficients: PartitionedCoefficients;
  readonly minima: MinimaProgram;
}

/** Pixels of a grid. */
export interface Grid {
  readonly width: number;
  readonly height: number;
}

/** What a pixel's run is computed with. */
export interface PixelValues {
  readonly hyper: Readonly<Record<string, number>>;
  readonly start: Float64Array;
  /** In the order of `loss.others`. */
  readonly constants: Float64Array;
}

/** Checks and prepares a sweep. Throws ExperimentError as `checkSweep` does. */
export function planSweep(request: SweepRequest): SweepPlan {
  const { experiment, steps } = request;
  const { run: chosen, x, y } = checkSweep(request);
  const alone = { ...experiment, runs: [chosen], ...(steps === undefined ? {} : { steps }) };
  const made = planExperiment(alone);
  const { step, hyper, parameterInputs } = onlyRunOf(made);
  const hyperOf = ({ target }: SweepAxis) => (target.kind === 'hyper' ? target.name : null);
  const options = {
    hyper,
    swept: [hyperOf(x), hyperOf(y)],
    bounded: parameterInputs.domain !== null,
    tensors: made.tensors,
  };
  const plan = withRunNumbers(
    { ...made, training: trainingLossOf(made, onlyRunOf(made)) },
    { step: reducedStep(step.rule, made.parameters.length, options) },
  );
  const run = onlyRunOf(plan);
  return {
    request,
    plan,
    run,
    x,
    y,
    coefficients: partitionCoefficients(run.step, hyperOf(x), hyperOf(y), chosen.schedule === undefined),
    minima: minimaProgram(
      experiment,
      plan,
      run.start,
      [x, y].some(({ target }) => target.kind === 'constant'),
    ),
  };
}

const onlyRunOf = ({ runs }: Plan): RunPlan => runs[0] as RunPlan;

/** The plan with these numbers in its only run. */
function withRunNumbers(plan: Plan, numbers: Partial<CommonRunPlan>): Plan {
  return plan.kind === 'data'
    ? { ...plan, runs: plan.runs.map((run) => ({ ...run, ...numbers })) }
    : { ...plan, runs: plan.runs.map((run) => ({ ...run, ...numbers })) };
}

/** The values of one pixel: those of the experiment, with two of them varied. */
export function pixelValuesAt(sweep: SweepPlan, { width, height }: Grid, column: number, row: number): PixelValues {
  const { run, plan, x, y } = sweep;
  const constants = plan.kind === 'data' ? new Float64Array() : plan.constants.slice();
  const values = { hyper: { ...run.hyper }, start: run.start.slice(), constants };
  const set = (axis: SweepAxis, index: number, count: number) => {
    const { target } = axis;
    const value = axisValue(axis, index, count);
    if (target.kind === 'hyper') values.hyper[target.name] = value;
    else if (target.kind === 'start') values.start[target.index] = value;
    else values.constants[plan.loss.others.indexOf(target.name)] = value;
  };
  set(x, column, width);
  set(y, row, height);
  return values;
}

/** The plan of one pixel's run, equal to that of the experiment with the values of the pixel. */
export function planAt(sweep: SweepPlan, grid: Grid, column: number, row: number): Plan {
  const { plan, run, minima } = sweep;
  const { hyper, start, constants } = pixelValuesAt(sweep, grid, column, row);
  const rates = ratesFor(sweep, hyper);
  const { fixed, perUpdate, initial } = computeCoefficients(run.step, hyper, rates);
  const startState = Float64Array.from(
    run.step.states.flatMap((_, s) => plan.parameters.map(() => initial[s] as number)),
  );
  const problem = { minima: minimaAt(minima, minima.ofConstants ? constants : minima.values) };
  return withRunNumbers(plan.kind === 'data' ? { ...plan, ...problem } : { ...plan, ...problem, constants }, {
    hyper,
    start,
    startState,
    rates,
    fixed: withConstantInputs(run.step, fixed, run.parameterInputs),
    perUpdate: withNoiseInputs(run.step, perUpdate, run.parameterInputs, run.updates),
  });
}

/** Coefficients of a grid: those that all runs share, and those of every column and every row. */
export type GridCoefficients = Readonly<Record<'shared' | 'x' | 'y', readonly Coefficients[]>>;

/**
 * A grid has tens of thousands of powers, which do not depend on start and constants. Six: two sweeps of three grids each.
 */
const rememberGridCoefficients = rememberLast<GridCoefficients>(6);

/** The partitioned coefficients of a grid, remembered for the last few grids. */
export function gridCoefficients(sweep: SweepPlan, grid: Grid): GridCoefficients {
  const along = (axis: 'x' | 'y') =>
    pixelValuesAlong(sweep, grid, axis).map(({ hyper }) => coefficientsAt(sweep, axis, hyper));
  return rememberGridCoefficients(coefficientKey(sweep, grid), () => ({
    shared: [coefficientsAt(sweep, 'shared', sweep.run.hyper)],
    x: along('x'),
    y: along('y'),
  }));
}

/** Everything that the coefficients of a grid depend on. */
function coefficientKey(
  { request: { experiment, run: index }, plan, run, x, y }: SweepPlan,
  { width, height }: Grid,
): string {
  return JSON.stringify([
    experiment.runs[index],
    run.kind === 'data' ? run.data.size : null,
    run.updates,
    plan.parameters.length,
    run.parameterInputs.domain !== null,
    x,
    y,
    width,
    height,
  ]);
}

/** The values of the pixels along one side of the grid. */
export function pixelValuesAlong(sweep: SweepPlan, grid: Grid, along: 'x' | 'y'): PixelValues[] {
  return Array.from({ length: along === 'x' ? grid.width : grid.height }, (_, k) =>
    along === 'x' ? pixelValuesAt(sweep, grid, k, 0) : pixelValuesAt(sweep, grid, 0, k),
  );
}

/** The coefficients that vary along `along`, in float64, for one run. */
export function coefficientsAt(
  sweep: SweepPlan,
  along: VariesAlong,
  hyper: Readonly<Record<string, number>>,
): Coefficients {
  const program = coefficientProgram(sweep, along);
  // Without per-update coefficients no update is stepped through: a sweep has hundreds of columns and rows.
  return computeCoefficients(
    program,
    hyper,
    program.coefficients.perUpdate.length === 0 ? new Float64Array(0) : ratesFor(sweep, hyper),
  );
}

const coefficientPrograms = new WeakMap<SweepPlan, Map<VariesAlong, StepProgram>>();

function coefficientProgram(sweep: SweepPlan, along: VariesAlong): StepProgram {
  const cached = coefficientPrograms.get(sweep) ?? new Map<VariesAlong, StepProgram>();
  coefficientPrograms.set(sweep, cached);
  const found = cached.get(along);
  if (found) return found;
  const { step, fixed, perUpdate } = sweep.coefficients;
  const chosen = (numbers: PartitionedCoefficients['fixed']) =>
    numbers.filter((number) => number.along === along).map(({ node }) => ({ from: node, to: node }));
  // Only the coefficients are computed from this program, so where its results go (`to`) does not matter.
  const program: StepProgram = {
    ...step,
    coefficients: { ...step.coefficients, fixed: chosen(fixed), perUpdate: chosen(perUpdate) },
  };
  cached.set(along, program);
  return program;
}

function ratesFor({ run, request }: SweepPlan, hyper: Readonly<Record<string, number>>): Float64Array {
  const schedule = request.experiment.runs[request.run]?.schedule;
  return ratesOf(hyper.lr ?? Number.NaN, run.updates, schedule, run.kind === 'data' ? run.batches.epoch : undefined);
}
