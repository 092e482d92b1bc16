import type { Dataset, PreparedData } from '../../catalogue';
import { Code, type LossProgram, type NodeId, type Registers } from '../../formula';
import { factorAt, type Dropout } from '../samples/dropout';
import type { Updates } from '../samples/batches';
import { runToEnd, NEVER_PAUSE, type PauseSignal } from '../common/slice';

export type Precision = 'float64' | 'float32';

/** A loss with all that it is evaluated over. */
export interface LossSource {
  readonly loss: LossProgram;
  /** Values of the loss's constants, in the order of `loss.others`; empty for data problems. */
  readonly constants: Float64Array;
  /** The samples that the loss is averaged over; null for function problems. */
  readonly data: PreparedData | null;
}

/** Which samples each update of a run sees. */
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
  /** Where the loss reads dropout's factors; empty for a loss of the whole model. */
  private readonly factors: readonly NodeId[];
  /** Where the loss reads the number of the update. */
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

  /** The loss at a point, averaged over all samples that a data problem is trained on. */
  lossAt(point: ArrayLike<number>): number {
    const { data, loss } = this.plan;
    if (data) return this.lossOver(data, point);
    this.setParameters(point);
    this.lossCode.run(this.registers);
    return this.registers[loss.loss] as number;
  }

  /** The loss at a point, averaged over the samples of a data set of the plan's columns. */
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

  /** The gradient that update `update` of a run uses: of its batch, for data problems. Holds until the next call. */
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

  /** The gradient over all samples. Holds until the next call. */
  fullGradient(point: ArrayLike<number>): Registers {
    return runToEnd(this.fullGradientInSlices(point, NEVER_PAUSE));
  }

  /** The same, yielding between samples where it is time to pause; nothing else may be asked of this evaluator meanwhile. */
  *fullGradientInSlices(point: ArrayLike<number>, slice: PauseSignal): Generator<void, Registers> {
    const { data } = this.plan;
    const size = data?.size ?? 1;
    this.setParameters(point);
    this.sum.fill(0);
    for (let i = 0; i < size; i += 1) {
      if (data) this.setSample(data, i);
      this.addGradient(1 / size);
      // The clock is not looked at for every sample.
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
