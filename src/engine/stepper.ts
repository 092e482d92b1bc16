import type { Dataset } from '../catalogue';
import { Code, fixedInputs, updateInputs, type NodeId, type Registers } from '../formula';
import { factorAt, trainingOf, type Dropout } from './dropout';
import type { Plan, RunPlan } from './plan';
import { finish, NEVER, type Pauses } from './slice';

export type Precision = 'float64' | 'float32';

/**
 * Runs one run of a plan update by update in plain TypeScript: the float64 reference, and, with float32 registers, the
 * CPU kernel. The same programs as the GPU's.
 */
export class Stepper {
  readonly theta: Registers;
  /** States x parameters. */
  readonly state: Registers;
  private readonly code: Code;
  private readonly registers: Registers;
  private readonly loss: LossEvaluator;
  private readonly training: LossEvaluator;
  private readonly next: readonly NodeId[];
  private readonly updateInputs: readonly NodeId[];

  /** @param lines whether the values of every line are wanted, for `lineValues`. */
  constructor(
    plan: Plan,
    private readonly run: RunPlan,
    precision: Precision,
    lines = false,
  ) {
    const { step } = run;
    const vectors = step.lines.flatMap(({ value }) => (lines && value.kind === 'vector' ? value.nodes : []));
    this.next = [...step.nextTheta, ...step.states.flatMap((state) => state.next)];
    this.code = new Code(step.step, [...step.calls.map((call) => call.point), [...this.next, ...vectors]]);
    this.registers = this.code.registers(precision);
    this.loss = new LossEvaluator(plan, precision);
    this.training = trainingOf(plan, run) === plan.loss ? this.loss : trainingEvaluator(plan, run, precision);
    const array = precision === 'float64' ? Float64Array : Float32Array;
    this.theta = array.from(run.start);
    this.state = array.from(run.startState);
    this.updateInputs = updateInputs(step);
    fixedInputs(step).forEach((node, i) => (this.registers[node] = run.fixed[i] as number));
  }

  /** Update number `update`, from 0. */
  advance(update: number): void {
    const { step } = this.run;
    const size = this.updateInputs.length;
    this.updateInputs.forEach((node, j) => (this.registers[node] = this.run.perUpdate[update * size + j] as number));
    step.theta.forEach((node, i) => (this.registers[node] = this.theta[i] as number));
    const n = step.parameterCount;
    step.states.forEach((state, s) => {
      state.before.forEach((node, i) => (this.registers[node] = this.state[s * n + i] as number));
    });
    step.calls.forEach((call, k) => {
      this.code.run(this.registers, k);
      const gradient = this.training.gradient(
        call.point.map((node) => this.registers[node] as number),
        this.run,
        update,
      );
      call.gradient.forEach((node, i) => (this.registers[node] = gradient[i] as number));
    });
    this.code.run(this.registers, step.calls.length);
    step.nextTheta.forEach((node, i) => (this.theta[i] = this.registers[node] as number));
    step.states.forEach((state, s) => {
      state.next.forEach((node, i) => (this.state[s * n + i] = this.registers[node] as number));
    });
  }

  /** The loss where the run is now: over all samples that are trained on, for data problems. */
  currentLoss(): number {
    return this.loss.at(this.theta);
  }

  /** The loss where the run is now, over other samples. */
  lossOver(data: Dataset): number {
    return this.loss.over(data, this.theta);
  }

  /** Values of a line's nodes after `advance`. */
  valuesOf(nodes: readonly NodeId[]): number[] {
    return nodes.map((node) => this.registers[node] as number);
  }
}

/** What the updates of a run descend. */
export const trainingEvaluator = (plan: Plan, run: RunPlan, precision: Precision): LossEvaluator =>
  new LossEvaluator({ ...plan, loss: trainingOf(plan, run) }, precision);

/** Loss and gradient of a plan's problem at any point. */
export class LossEvaluator {
  private readonly lossCode: Code;
  private readonly gradientCode: Code;
  private readonly registers: Registers;
  private readonly parameters: readonly NodeId[];
  private readonly columns: readonly NodeId[];
  /** Where the loss reads dropout's factors; empty for a loss of the whole model. */
  private readonly factors: readonly NodeId[];
  /** Where the loss reads the number of the update. */
  private readonly time: NodeId | undefined;
  private readonly sum: Registers;

  constructor(
    private readonly plan: Pick<Plan, 'loss' | 'constants' | 'data'>,
    precision: Precision,
  ) {
    const { graph, loss, gradient, parameters, others } = plan.loss;
    this.lossCode = new Code(graph, [[loss]]);
    this.gradientCode = new Code(graph, [gradient]);
    this.registers = this.lossCode.registers(precision);
    this.parameters = parameters.map((name) => graph.input(name));
    const otherNodes = others.map((name) => graph.input(name));
    const columns = plan.data?.columns.length ?? 0;
    this.columns = otherNodes.slice(0, columns);
    this.factors = plan.data ? otherNodes.slice(columns) : [];
    if (!plan.data) plan.constants.forEach((value, i) => (this.registers[otherNodes[i] as NodeId] = value));
    this.time = plan.data ? undefined : otherNodes[plan.constants.length];
    this.sum = precision === 'float64' ? new Float64Array(parameters.length) : new Float32Array(parameters.length);
  }

  /** The loss at a point, averaged over all samples that a data problem is trained on. */
  at(point: ArrayLike<number>): number {
    const { data, loss } = this.plan;
    if (data) return this.over(data, point);
    this.place(point);
    this.lossCode.run(this.registers);
    return this.registers[loss.loss] as number;
  }

  /** The loss at a point, averaged over the samples of a data set of the plan's columns. */
  over(data: Dataset, point: ArrayLike<number>): number {
    const { loss } = this.plan.loss;
    this.place(point);
    this.sum[0] = 0;
    for (let i = 0; i < data.size; i += 1) {
      this.placeSample(data, i);
      this.lossCode.run(this.registers);
      this.sum[0] = this.sum[0] + (this.registers[loss] as number);
    }
    return this.sum[0] / data.size;
  }

  /** The gradient that update `update` of a run uses: of its batch, for data problems. Holds until the next call. */
  gradient(point: ArrayLike<number>, run: RunPlan, update: number): Registers {
    const { data } = this.plan;
    this.place(point);
    this.sum.fill(0);
    if (!data || !run.batches) {
      if (this.time !== undefined) this.registers[this.time] = update + 1;
      this.addGradient(1);
      return this.sum;
    }
    const { start, split, end, headWeight, tailWeight } = run.batches;
    const middle = split[update] as number;
    for (let visit = start[update] as number; visit < (end[update] as number); visit += 1) {
      this.placeSample(data, run.visits[visit] as number);
      if (run.dropout) this.placeFactors(run.dropout, visit);
      this.addGradient((visit < middle ? headWeight : tailWeight)[update] as number);
    }
    return this.sum;
  }

  /** The gradient over all samples. Holds until the next call. */
  fullGradient(point: ArrayLike<number>): Registers {
    return finish(this.fullGradientInSlices(point, NEVER));
  }

  /** The same, yielding between samples where it is time to pause; nothing else may be asked of this evaluator meanwhile. */
  *fullGradientInSlices(point: ArrayLike<number>, slice: Pauses): Generator<void, Registers> {
    const { data } = this.plan;
    const size = data?.size ?? 1;
    this.place(point);
    this.sum.fill(0);
    for (let i = 0; i < size; i += 1) {
      if (data) this.placeSample(data, i);
      this.addGradient(1 / size);
      // The clock is not looked at for every sample.
      if (i % 64 === 0 && slice.isOver()) yield;
    }
    return this.sum;
  }

  private addGradient(weight: number): void {
    this.gradientCode.run(this.registers);
    this.plan.loss.gradient.forEach((node, i) => {
      this.sum[i] = (this.sum[i] as number) + weight * (this.registers[node] as number);
    });
  }

  private place(point: ArrayLike<number>): void {
    this.parameters.forEach((node, i) => (this.registers[node] = point[i] as number));
  }

  private placeFactors(dropout: Dropout, visit: number): void {
    this.factors.forEach((node, unit) => (this.registers[node] = factorAt(dropout, visit, unit)));
  }

  private placeSample(data: Dataset, i: number): void {
    this.columns.forEach((node, j) => (this.registers[node] = data.columns[j]?.[i] as number));
  }
}
