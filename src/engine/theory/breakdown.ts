import { Code, originOf, type LossProgram, type NodeId, type Origin, type Registers } from '../../formula';
import type { Precision } from '../loss/evaluator';
import { fillOtherInputs, type LossSource } from '../loss/source';
import type { Plan, RunPlan } from '../plan/types';
import { trainingLossOf } from '../samples/updateSamples';
import { factorAt } from '../samples/dropout';
import { pointAtRow } from '../trace/rows';
import type { RunTrace } from '../trace/types';
import { arithmeticOf, type Arithmetic } from '../float64/precisionParts';
import { trainingEvaluator, Stepper } from '../float64/stepper';
import { stateAt } from './edge';

/** Where and how a run's numbers ceased to be finite. */
export interface Breakdown {
  /** In the loss at a point, in the gradient of an update, or in the rule itself. */
  readonly place: 'loss' | 'gradient' | 'update';
  /** The point at which the loss or the gradient was computed, or from which the update led away. */
  readonly point: readonly number[];
  /** `samples` where every sample's number is finite and their sum is not; null where it was none of the run's own. */
  readonly origin: Origin | 'samples' | null;
}

/**
 * The operation that made the last row of a run not finite, found by computing that row once more from the one before it.
 * @param precision that of the engine: float32 overflows where float64 does not
 * @returns null if the row is finite when it is computed again
 */
export function breakdownOf(plan: Plan, run: RunPlan, trace: RunTrace, precision: Precision): Breakdown | null {
  const last = trace.rows - 1;
  const point = Array.from(pointAtRow(trace, last));
  return point.every(Number.isFinite)
    ? inLoss(plan, point, arithmeticOf(run, precision).shown)
    : inUpdate(plan, run, trace, last, precision);
}

function inLoss(plan: Plan, point: readonly number[], precision: Precision): Breakdown | null {
  const samples = plan.kind === 'data' ? Array.from({ length: plan.data.size }, (_, i) => i) : [0];
  const arithmetic = { registers: precision };
  return { place: 'loss', point, origin: originIn(plan, plan.loss, [plan.loss.loss], point, samples, arithmetic) };
}

function inUpdate(plan: Plan, run: RunPlan, trace: RunTrace, last: number, precision: Precision): Breakdown | null {
  if (last === 0) return null;
  const stepper = new Stepper(plan, run, precision);
  stepper.theta.set(pointAtRow(trace, last - 1));
  stepper.state.set(stateAt(trace, last - 1));
  stepper.advance(last - 1);
  const arithmetic = arithmeticOf(run, precision);
  const training = trainingEvaluator(plan, run, arithmetic.registers, arithmetic.inLoss);
  for (const call of run.step.calls) {
    const point = call.point.map((node) => stepper.registers[node] as number);
    arithmetic.ofModel?.(point);
    if (!point.every(Number.isFinite)) break;
    const gradient = training.gradient(point, run, last - 1);
    arithmetic.ofModel?.(gradient);
    if (!gradient.every(Number.isFinite))
      return { place: 'gradient', point, origin: gradientOrigin(plan, run, point, last - 1, arithmetic) };
  }
  const broken = run.step.nextTheta.find((node) => !Number.isFinite(stepper.registers[node]));
  if (broken === undefined) return null;
  return {
    place: 'update',
    point: Array.from(pointAtRow(trace, last - 1)),
    origin: originOf(run.step.step, stepper.registers, broken),
  };
}

/**
 * The point at which a run on a function stays because the gradient does not exist there, and the operation that has no
 * result; null if it has a gradient.
 */
export function missingGradient(
  plan: Plan,
  run: RunPlan,
  trace: RunTrace,
  row: number,
): Pick<Breakdown, 'point' | 'origin'> | null {
  const point = Array.from(pointAtRow(trace, row));
  if (plan.kind !== 'function' || !Number.isFinite(trace.loss[row])) return null;
  const update = Math.min(row, run.updates - 1);
  if (!trainingEvaluator(plan, run, 'float64').gradient(point, run, update).some(Number.isNaN)) return null;
  return { point, origin: gradientOrigin(plan, run, point, update, { registers: 'float64' }) };
}

function gradientOrigin(
  plan: Plan,
  run: RunPlan,
  point: readonly number[],
  update: number,
  arithmetic: Pick<Arithmetic, 'registers' | 'inLoss'>,
): Breakdown['origin'] {
  const program = trainingLossOf(plan, run);
  if (run.kind === 'function') return originIn(plan, program, program.gradient, point, [0], arithmetic, update + 1);
  const visits = Array.from(
    { length: (run.batches.end[update] as number) - (run.batches.start[update] as number) },
    (_, i) => (run.batches.start[update] as number) + i,
  );
  const samples = visits.map((visit) => run.visits[visit] as number);
  const factors = (k: number, unit: number) => (run.dropout ? factorAt(run.dropout, visits[k] as number, unit) : 1);
  return originIn(plan, program, program.gradient, point, samples, arithmetic, update + 1, factors);
}

/** The origin in the first of some samples that has one. For a function there is one "sample". */
function originIn(
  source: LossSource,
  program: LossProgram,
  results: readonly NodeId[],
  point: readonly number[],
  samples: readonly number[],
  { registers: precision, inLoss }: Pick<Arithmetic, 'registers' | 'inLoss'>,
  t = 0,
  factors: (k: number, unit: number) => number = () => 1,
): Breakdown['origin'] {
  const code = new Code(program.graph, [results], inLoss);
  const registers: Registers = code.registers(precision);
  program.parameters.forEach((name, i) => (registers[program.graph.input(name)] = point[i] as number));
  const known = source.kind === 'data' ? source.data.columns.length : source.constants.length;
  const extra = program.others.slice(known).map((name) => program.graph.input(name));
  const fill = fillOtherInputs({ ...source, loss: { ...program, others: program.others.slice(0, known) } }, registers);
  for (const [k, sample] of samples.entries()) {
    fill(sample);
    extra.forEach((node, unit) => (registers[node] = source.kind === 'data' ? factors(k, unit) : t));
    code.run(registers);
    const broken = results.find((node) => !Number.isFinite(registers[node]));
    if (broken !== undefined) return originOf(program.graph, registers, broken);
  }
  return source.kind === 'data' ? 'samples' : null;
}
