import type { Dataset } from '../../catalogue';
import { Code, fixedInputs, updateInputs, type NodeId, type Registers, type Round } from '../../formula';
import { mayLackGradient } from '../../formula/singular';
import { trainingLossOf } from '../samples/updateSamples';
import type { Plan, RunPlan } from '../plan/types';
import { type Precision, LossEvaluator } from '../loss/evaluator';
import { arithmeticOf, type Arithmetic } from './precisionParts';

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
    const { registers, shown, inRule, inLoss } = this.arithmetic;
    this.code = new Code(step.step, [...step.calls.map((call) => call.point), [...this.next, ...vectors]], inRule);
    this.registers = this.code.registers(registers);
    this.loss = new LossEvaluator(plan, shown);
    const isShown = registers === shown && trainingLossOf(plan, run) === plan.loss;
    this.training = isShown ? this.loss : trainingEvaluator(plan, run, registers, inLoss);
    this.mayHold = plan.kind === 'function' && mayLackGradient(plan.training);
    const array = registers === 'float64' ? Float64Array : Float32Array;
    this.theta = array.from(run.start);
    this.state = array.from(run.startState);
    this.arithmetic.kept?.(this.theta, this.state);
    this.updateInputs = updateInputs(step);
    fixedInputs(step).forEach((node, i) => (this.registers[node] = run.fixed[i] as number));
  }

  /**
   * Update number `update`, from 0. Where the gradient of a function does not exist, at a kink or a cone, the run stays
   * where it is, as the kernels do (gpu/shaders.ts, `heldTest`).
   */
  advance(update: number): void {
    const { step } = this.run;
    const { ofModel } = this.arithmetic;
    const size = this.updateInputs.length;
    this.updateInputs.forEach((node, j) => (this.registers[node] = this.run.perUpdate[update * size + j] as number));
    step.theta.forEach((node, i) => (this.registers[node] = this.theta[i] as number));
    const n = step.parameterCount;
    step.states.forEach((state, s) => {
      state.before.forEach((node, i) => (this.registers[node] = this.state[s * n + i] as number));
    });
    let isHeld = false;
    step.calls.forEach((call, k) => {
      this.code.run(this.registers, k);
      const point = call.point.map((node) => this.registers[node] as number);
      ofModel?.(point);
      const gradient = this.training.gradient(point, this.run, update);
      ofModel?.(gradient);
      isHeld ||= this.mayHold && gradient.some(Number.isNaN) && point.every(Number.isFinite);
      call.gradient.forEach((node, i) => (this.registers[node] = gradient[i] as number));
      if (call.loss === null) return;
      const loss = [this.training.batchLoss(point, this.run, update)];
      ofModel?.(loss);
      this.registers[call.loss] = loss[0] as number;
    });
    this.code.run(this.registers, step.calls.length);
    if (isHeld) return;
    step.nextTheta.forEach((node, i) => (this.theta[i] = this.registers[node] as number));
    step.states.forEach((state, s) => {
      state.next.forEach((node, i) => (this.state[s * n + i] = this.registers[node] as number));
    });
    this.arithmetic.kept?.(this.theta, this.state);
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

/** Evaluates the loss that the updates of a run descend. */
export const trainingEvaluator = (plan: Plan, run: RunPlan, precision: Precision, round?: Round): LossEvaluator =>
  new LossEvaluator({ ...plan, loss: trainingLossOf(plan, run) }, precision, round);
