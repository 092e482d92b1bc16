import type { Dataset } from '../../catalogue';
import { callArguments, Code, fixedInputs, updateInputs, type NodeId, type Registers, type Round } from '../../formula';
import { derivativeProgram, type Derivative } from '../../formula/curvature';
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
  /** Evaluate what the calls of the rule ask for. */
  private readonly training: ReadonlyMap<Derivative, LossEvaluator>;
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
    this.code = new Code(step.step, [...step.calls.map(callArguments), [...this.next, ...vectors]], inRule);
    this.registers = this.code.registers(registers);
    this.loss = new LossEvaluator(plan, shown);
    const isShown = registers === shown && trainingLossOf(plan, run) === plan.loss;
    this.training = new Map(
      step.calls.map(({ of }) => [
        of,
        of === 'gradient' && isShown ? this.loss : trainingEvaluator(plan, run, registers, of, inLoss),
      ]),
    );
    this.mayHold =
      plan.kind === 'function' && step.calls.some(({ of }) => mayLackGradient(derivativeProgram(plan.training, of)));
    const array = registers === 'float64' ? Float64Array : Float32Array;
    this.theta = array.from(run.start);
    this.state = array.from(run.startState);
    this.arithmetic.kept?.(this.theta, this.state);
    this.updateInputs = updateInputs(step);
    fixedInputs(step).forEach((node, i) => (this.registers[node] = run.fixed[i] as number));
  }

  /**
   * Update number `update`, from 0. Where the gradient of a function does not exist, at a kink or a cone, or a second derivative
   * that the rule reads, the run stays where it is, as the kernels do (gpu/shaders.ts, `heldTest`).
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
      const at = callArguments(call).map((node) => this.registers[node] as number);
      ofModel?.(at);
      const training = this.training.get(call.of) as LossEvaluator;
      if (call.isRead) {
        const result = training.gradient(at, this.run, update);
        ofModel?.(result);
        isHeld ||= this.mayHold && result.some(Number.isNaN) && at.every(Number.isFinite);
        call.result.forEach((node, i) => (this.registers[node] = result[i] as number));
      }
      if (call.loss === null) return;
      const loss = [training.batchLoss(at, this.run, update)];
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

/**
 * Evaluates the loss that the updates of a run descend and its gradient, or another derivative in the place of the gradient.
 * @param round what is done to the result of every operation; absent: nothing
 */
export const trainingEvaluator = (
  plan: Plan,
  run: RunPlan,
  precision: Precision,
  of: Derivative = 'gradient',
  round?: Round,
): LossEvaluator =>
  new LossEvaluator({ ...plan, loss: derivativeProgram(trainingLossOf(plan, run), of) }, precision, round);
