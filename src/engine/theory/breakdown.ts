import {
  callArguments,
  Code,
  originOf,
  type LossProgram,
  type NodeId,
  type Origin,
  type Registers,
} from '../../formula';
import { derivativeProgram, type Derivative } from '../../formula/curvature';
import type { Precision } from '../loss/evaluator';
import { fillOtherInputs, type LossSource } from '../loss/source';
import type { Plan, RunPlan } from '../plan/types';
import { trainingLossOf } from '../samples/updateSamples';
import { factorAt } from '../samples/dropout';
import { pointAtRow, stateAt } from '../trace/rows';
import type { RunTrace } from '../trace/types';
import { arithmeticOf, type Arithmetic } from '../float64/precisionParts';
import { trainingEvaluator, Stepper } from '../float64/stepper';

/** Where and how a run's numbers ceased to be finite. */
export interface Breakdown {
  /** What the run computed then: the loss at a point, the gradient or the second derivatives of an update, or the rule itself. */
  readonly computing: 'loss' | 'gradient' | 'curvature' | 'update';
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
  return { computing: 'loss', point, origin: originIn(plan, plan.loss, [plan.loss.loss], point, samples, arithmetic) };
}

function inUpdate(plan: Plan, run: RunPlan, trace: RunTrace, last: number, precision: Precision): Breakdown | null {
  if (last === 0) return null;
  const stepper = steppedFrom(plan, run, trace, last - 1, precision);
  const arithmetic = arithmeticOf(run, precision);
  for (const call of run.step.calls.filter(({ isRead }) => isRead)) {
    const at = callArguments(call).map((node) => stepper.registers[node] as number);
    arithmetic.ofModel?.(at);
    if (!at.every(Number.isFinite)) break;
    const result = trainingEvaluator(plan, run, arithmetic.registers, call.of, arithmetic.inLoss).gradient(
      at,
      run,
      last - 1,
    );
    arithmetic.ofModel?.(result);
    if (!result.every(Number.isFinite)) return inCall(plan, run, call.of, at, last - 1, arithmetic);
  }
  const broken = run.step.nextTheta.find((node) => !Number.isFinite(stepper.registers[node]));
  if (broken === undefined) return null;
  return {
    computing: 'update',
    point: Array.from(pointAtRow(trace, last - 1)),
    origin: originOf(run.step.step, stepper.registers, broken),
  };
}

/** A stepper that has made an update from a row of a trace. */
function steppedFrom(plan: Plan, run: RunPlan, trace: RunTrace, row: number, precision: Precision): Stepper {
  const stepper = new Stepper(plan, run, precision);
  stepper.theta.set(pointAtRow(trace, row));
  stepper.state.set(stateAt(trace, row));
  stepper.advance(Math.min(row, run.updates - 1));
  return stepper;
}

/**
 * The point at which a run on a function stays because the gradient, or a second derivative that the rule reads, does not exist
 * there, and the operation that has no result; null if they exist.
 */
export function missingDerivative(plan: Plan, run: RunPlan, trace: RunTrace, row: number): Breakdown | null {
  const point = Array.from(pointAtRow(trace, row));
  if (plan.kind !== 'function' || !Number.isFinite(trace.loss[row])) return null;
  const update = Math.min(row, run.updates - 1);
  const float64 = { registers: 'float64' } as const;
  const isMissing = (of: Derivative, at: readonly number[]) =>
    trainingEvaluator(plan, run, 'float64', of).gradient(at, run, update).some(Number.isNaN);
  if (isMissing('gradient', point)) return inCall(plan, run, 'gradient', point, update, float64);
  const curvatures = run.step.calls.filter(({ of }) => of !== 'gradient');
  if (curvatures.length === 0) return null;
  const { registers } = steppedFrom(plan, run, trace, row, 'float64');
  const found = curvatures
    .map((call) => ({ of: call.of, at: callArguments(call).map((node) => registers[node] as number) }))
    .find(({ of, at }) => at.every(Number.isFinite) && isMissing(of, at));
  return found ? inCall(plan, run, found.of, found.at, update, float64) : null;
}

/** What computing a loss once more needs of a run's arithmetic. */
type ReadArithmetic = Pick<Arithmetic, 'registers' | 'inLoss'>;

/** What is not finite in a derivative that a rule asks for; `at` is the point, then the direction if it has one. */
function inCall(
  plan: Plan,
  run: RunPlan,
  of: Derivative,
  at: readonly number[],
  update: number,
  arithmetic: ReadArithmetic,
): Breakdown {
  return {
    computing: of === 'gradient' ? 'gradient' : 'curvature',
    point: at.slice(0, plan.parameters.length),
    origin: originInCall(plan, run, of, at, update, arithmetic),
  };
}

function originInCall(
  plan: Plan,
  run: RunPlan,
  of: Derivative,
  point: readonly number[],
  update: number,
  arithmetic: ReadArithmetic,
): Breakdown['origin'] {
  const program = derivativeProgram(trainingLossOf(plan, run), of);
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
  { registers: precision, inLoss }: ReadArithmetic,
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
