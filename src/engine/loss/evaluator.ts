import type { Dataset, PreparedData } from '../../catalogue';
import { Code, type LossProgram, type NodeId, type Registers } from '../../formula';
import { factorAt, type Dropout } from '../samples/dropout';
import type { Updates } from '../samples/batches';
import { runToEnd, NEVER_PAUSE, type PauseSignal } from '../common/slice';

export type Precision = 'float64' | 'float32';

/** A loss and what it is evaluated over. */
export interface LossSource {
  readonly loss: LossProgram;
  /** Values of the loss's constants, in the order of `loss.others`; empty for data problems. */
  readonly constants: Float64Array;
  /** The samples that the loss is averaged over; null for function problems. */
  readonly data: PreparedData | null;
}

/** Which samples each update of a run uses. */
export interface UpdateSamples {
  readonly batches: Updates | null;
  readonly visits: Int32Array;
  readonly dropout: Dropout | null;
}

/** Loss and gradient of a problem at any point. */
export class LossEvaluator {
  private readonly lossCode: Code;
  private readonly gradientCode: Code;
  private readonly registers: Registers;
  private readonly parameters: readonly NodeId[];
  private readonly columns: readonly NodeId[];
  /** Input nodes of dropout's factors; empty for a loss without dropout. */
  private readonly factors: readonly NodeId[];
  /** Input node of the update's number, for a loss that changes with `t`. */
  private readonly updateNumberNode: NodeId | undefined;
  private readonly sum: Registers;

  constructor(
    private readonly plan: LossSource,
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
    this.updateNumberNode = plan.data ? undefined : otherNodes[plan.constants.length];
    this.sum = precision === 'float64' ? new Float64Array(parameters.length) : new Float32Array(parameters.length);
  }

  /** The full loss at a point. */
  lossAt(point: ArrayLike<number>): number {
    const { data, loss } = this.plan;
    if (data) return this.lossOver(data, point);
    this.setParameters(point);
    this.lossCode.run(this.registers);
    return this.registers[loss.loss] as number;
  }

  /** The loss at a point, averaged over other samples with the same columns, such as the held-back ones. */
  lossOver(data: Dataset, point: ArrayLike<number>): number {
    const { loss } = this.plan.loss;
    this.setParameters(point);
    this.sum[0] = 0;
    for (let i = 0; i < data.size; i += 1) {
      this.setSample(data, i);
      this.lossCode.run(this.registers);
      this.sum[0] = this.sum[0] + (this.registers[loss] as number);
    }
    return this.sum[0] / data.size;
  }

  /** The gradient that update `update` (from 0) of a run uses: for data problems, that of its batch. Valid until the next call. */
  gradient(point: ArrayLike<number>, run: UpdateSamples, update: number): Registers {
    const { data } = this.plan;
    this.setParameters(point);
    this.sum.fill(0);
    if (!data || !run.batches) {
      if (this.updateNumberNode !== undefined) this.registers[this.updateNumberNode] = update + 1;
      this.addGradient(1);
      return this.sum;
    }
    const { start, tailStart, end, headWeight, tailWeight } = run.batches;
    const middle = tailStart[update] as number;
    for (let visit = start[update] as number; visit < (end[update] as number); visit += 1) {
      this.setSample(data, run.visits[visit] as number);
      if (run.dropout) this.setFactors(run.dropout, visit);
      this.addGradient((visit < middle ? headWeight : tailWeight)[update] as number);
    }
    return this.sum;
  }

  /** The gradient over all training samples. Valid until the next call. */
  fullGradient(point: ArrayLike<number>): Registers {
    return runToEnd(this.fullGradientInSlices(point, NEVER_PAUSE));
  }

  /** The same as a generator that yields when it is time to pause. Until it ends, call no other method of this evaluator. */
  *fullGradientInSlices(point: ArrayLike<number>, slice: PauseSignal): Generator<void, Registers> {
    const { data } = this.plan;
    const size = data?.size ?? 1;
    this.setParameters(point);
    this.sum.fill(0);
    for (let i = 0; i < size; i += 1) {
      if (data) this.setSample(data, i);
      this.addGradient(1 / size);
      // Reading the clock for every sample would take too long.
      if (i % 64 === 0 && slice.isTimeUp()) yield;
    }
    return this.sum;
  }

  private addGradient(weight: number): void {
    this.gradientCode.run(this.registers);
    this.plan.loss.gradient.forEach((node, i) => {
      this.sum[i] = (this.sum[i] as number) + weight * (this.registers[node] as number);
    });
  }

  private setParameters(point: ArrayLike<number>): void {
    this.parameters.forEach((node, i) => (this.registers[node] = point[i] as number));
  }

  private setFactors(dropout: Dropout, visit: number): void {
    this.factors.forEach((node, unit) => (this.registers[node] = factorAt(dropout, visit, unit)));
  }

  private setSample(data: Dataset, i: number): void {
    this.columns.forEach((node, j) => (this.registers[node] = data.columns[j]?.[i] as number));
  }
}
