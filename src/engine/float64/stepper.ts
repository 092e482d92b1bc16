import type { Dataset } from '../../catalogue';
import { Code, fixedInputs, updateInputs, type NodeId, type Registers } from '../../formula';
import { mayLackGradient } from '../../formula/singular';
import { trainingLossOf } from '../samples/updateSamples';
import type { Plan, RunPlan } from '../plan/types';
import { type Precision, LossEvaluator } from '../loss/evaluator';
import type { Round } from '../common/rounding';
import { arithmeticOf, shownLossPrecision, type Arithmetic } from './arithmetic';

/**
 * Computes one run of a plan update by update in plain TypeScript: the float64 reference, with float32 registers the CPU
 * kernel, and runs with a precision of their own. It executes the same programs as the GPU.
 */
export class Stepper {
  readonly theta: Registers;
  /** States x parameters. */
  readonly state: Registers;
  private readonly code: Code;
  /** One number for each node of the rule's program. */
  readonly registers: Registers;
  private readonly arithmetic: Arithmetic;
  private readonly loss: LossEvaluator;
  private readonly training: LossEvaluator;
  private readonly next: readonly NodeId[];
  private readonly updateInputs: readonly NodeId[];
  private readonly mayHold: boolean;

  /**
   * @param precision of a run without one of its own
   * @param lines whether to compute every line of the rule, for `valuesOf`
   */
  constructor(
    plan: Plan,
    private readonly run: RunPlan,
    precision: Precision,
    lines = false,
  ) {
    const { step } = run;
    const vectors = step.lines.flatMap(({ value }) => (lines && value.kind === 'vector' ? value.nodes : []));
    this.next = [...step.nextTheta, ...step.states.flatMap((state) => state.next)];
    this.arithmetic = arithmeticOf(run, precision);
    const { registers, inRule, inLoss } = this.arithmetic;
    this.code = new Code(step.step, [...step.calls.map((call) => call.point), [...this.next, ...vectors]], inRule);
    this.registers = this.code.registers(registers);
    this.loss = new LossEvaluator(plan, shownLossPrecision(run, precision));
    const isShown = !run.precision && trainingLossOf(plan, run) === plan.loss;
    this.training = isShown ? this.loss : trainingEvaluator(plan, run, registers, inLoss);
    this.mayHold = plan.kind === 'function' && mayLackGradient(plan.training);
    const array = registers === 'float64' ? Float64Array : Float32Array;
    this.theta = this.kept(array.from(run.start));
    this.state = this.kept(array.from(run.startState));
    this.updateInputs = updateInputs(step);
    this.write(fixedInputs(step), run.fixed, 0);
  }

  /**
   * Update number `update`, from 0. Where the gradient of a function does not exist, at a kink or a cone, the run stays
   * where it is, as the kernels do (gpu/shaders.ts, `heldTest`).
   */
  advance(update: number): void {
    const { step } = this.run;
    this.write(this.updateInputs, this.run.perUpdate, update * this.updateInputs.length);
    step.theta.forEach((node, i) => (this.registers[node] = this.theta[i] as number));
    const n = step.parameterCount;
    step.states.forEach((state, s) => {
      state.before.forEach((node, i) => (this.registers[node] = this.state[s * n + i] as number));
    });
    let isHeld = false;
    step.calls.forEach((call, k) => {
      this.code.run(this.registers, k);
      const point = this.ofModel(call.point.map((node) => this.registers[node] as number));
      const gradient = this.ofModel(this.training.gradient(point, this.run, update));
      isHeld ||= this.mayHold && gradient.some(Number.isNaN) && point.every(Number.isFinite);
      call.gradient.forEach((node, i) => (this.registers[node] = gradient[i] as number));
      if (call.loss !== null)
        this.write([call.loss], this.ofModel([this.training.batchLoss(point, this.run, update)]), 0);
    });
    this.code.run(this.registers, step.calls.length);
    if (isHeld) return;
    step.nextTheta.forEach((node, i) => (this.theta[i] = this.registers[node] as number));
    step.states.forEach((state, s) => {
      state.next.forEach((node, i) => (this.state[s * n + i] = this.registers[node] as number));
    });
    this.kept(this.theta);
    this.kept(this.state);
  }

  /** Fills inputs of the rule with the numbers from `first` on. */
  private write(nodes: readonly NodeId[], values: ArrayLike<number>, first: number): void {
    const { inRule } = this.arithmetic;
    nodes.forEach((node, j) => {
      const value = values[first + j] as number;
      this.registers[node] = inRule ? inRule(value) : value;
    });
  }

  /** Numbers as they are kept from one update to the next, rounded in place. */
  private kept<A extends Registers>(values: A): A {
    return roundAll(values, this.arithmetic.kept);
  }

  /** A point as the model has it, or what the model gives back, rounded in place. */
  private ofModel<A extends number[] | Registers>(values: A): A {
    return roundAll(values, this.arithmetic.ofModel);
  }

  /** The full loss at the current point. */
  currentLoss(): number {
    return this.loss.lossAt(this.theta);
  }

  /** The loss at the current point over other samples, such as the held-back ones. */
  lossOver(data: Dataset): number {
    return this.loss.lossOver(data, this.theta);
  }

  /** Values of a line's nodes after `advance`. */
  valuesOf(nodes: readonly NodeId[]): number[] {
    return nodes.map((node) => this.registers[node] as number);
  }
}

function roundAll<A extends number[] | Registers>(values: A, round: Round | undefined): A {
  if (round) for (let i = 0; i < values.length; i += 1) values[i] = round(values[i] as number);
  return values;
}

/** Evaluates the loss that the updates of a run descend. */
export const trainingEvaluator = (plan: Plan, run: RunPlan, precision: Precision, round?: Round): LossEvaluator =>
  new LossEvaluator({ ...plan, loss: trainingLossOf(plan, run) }, precision, round);
