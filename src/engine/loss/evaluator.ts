import type { Dataset } from '../../catalogue';
import { Code, type NodeId, type Registers, type Round } from '../../formula';
import { factorAt, type Dropout } from '../samples/dropout';
import type { UpdateSamples } from '../samples/updateSamples';
import { runToEnd, NEVER_PAUSE, type PauseSignal } from '../common/slice';
import { evaluationsOf, type LossSource } from './source';

export type Precision = 'float64' | 'float32';

/** Loss and gradient of a problem at any point. */
export class LossEvaluator {
  private readonly lossCode: Code;
  private readonly gradientCode: Code;
  private readonly registers: Registers;
  private readonly parameters: readonly NodeId[];
  /** Input nodes of a sample's columns, and those of dropout's factors; empty for a loss without them. */
  private readonly columns: readonly NodeId[] = [];
  private readonly factors: readonly NodeId[] = [];
  /** Input node of the update's number, for a loss that changes with `t`. */
  private readonly updateNumberNode: NodeId | undefined;
  private readonly sum: Registers;

  /** @param round what every input and every result of an operation is rounded by; sums over samples are not */
  constructor(
    private readonly source: LossSource,
    precision: Precision,
    round?: Round,
  ) {
    const { graph, loss, gradient, parameters, others } = source.loss;
    this.lossCode = new Code(graph, [[loss]], round);
    this.gradientCode = new Code(graph, [gradient], round);
    this.registers = this.lossCode.registers(precision);
    this.parameters = parameters.map((name) => graph.input(name));
    const otherNodes = others.map((name) => graph.input(name));
    if (source.kind === 'data') {
      const columns = source.data.columns.length;
      this.columns = otherNodes.slice(0, columns);
      this.factors = otherNodes.slice(columns);
    } else {
      source.constants.forEach((value, i) => (this.registers[otherNodes[i] as NodeId] = value));
      this.updateNumberNode = otherNodes[source.constants.length];
    }
    this.sum = precision === 'float64' ? new Float64Array(parameters.length) : new Float32Array(parameters.length);
  }

  /** The full loss at a point. */
  lossAt(point: ArrayLike<number>): number {
    if (this.source.kind === 'data') return this.lossOver(this.source.data, point);
    this.setParameters(point);
    this.lossCode.run(this.registers);
    return this.registers[this.source.loss.loss] as number;
  }

  /** The loss at a point, averaged over other samples with the same columns, such as the held-back ones. */
  lossOver(data: Dataset, point: ArrayLike<number>): number {
    const { loss } = this.source.loss;
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
    this.sum.fill(0);
    this.visit(point, run, update, (weight) => this.addGradient(weight));
    return this.sum;
  }

  /** The loss whose gradient that is: of a function at this update; for data problems, the weighted sum over its batch. */
  batchLoss(point: ArrayLike<number>, run: UpdateSamples, update: number): number {
    const { loss } = this.source.loss;
    this.sum[0] = 0;
    this.visit(point, run, update, (weight) => {
      this.lossCode.run(this.registers);
      this.sum[0] = (this.sum[0] as number) + weight * (this.registers[loss] as number);
    });
    return this.sum[0];
  }

  /** Fills in the point and, one after the other, what an update evaluates there, each with its weight. */
  private visit(
    point: ArrayLike<number>,
    run: UpdateSamples,
    update: number,
    evaluate: (weight: number) => void,
  ): void {
    this.setParameters(point);
    if (run.kind === 'function') {
      if (this.updateNumberNode !== undefined) this.registers[this.updateNumberNode] = update + 1;
      evaluate(1);
      return;
    }
    const { data, visits, dropout } = run;
    const { start, tailStart, end, headWeight, tailWeight } = run.batches;
    const middle = tailStart[update] as number;
    for (let visit = start[update] as number; visit < (end[update] as number); visit += 1) {
      this.setSample(data, visits[visit] as number);
      if (dropout) this.setFactors(dropout, visit);
      evaluate((visit < middle ? headWeight : tailWeight)[update] as number);
    }
  }

  /** The gradient over all training samples. Valid until the next call. */
  fullGradient(point: ArrayLike<number>): Registers {
    return runToEnd(this.fullGradientInSlices(point, NEVER_PAUSE));
  }

  /** The same as a generator that yields when it is time to pause. Until it ends, call no other method of this evaluator. */
  *fullGradientInSlices(point: ArrayLike<number>, slice: PauseSignal): Generator<void, Registers> {
    const { source } = this;
    const evaluations = evaluationsOf(source);
    this.setParameters(point);
    this.sum.fill(0);
    for (let i = 0; i < evaluations; i += 1) {
      if (source.kind === 'data') this.setSample(source.data, i);
      this.addGradient(1 / evaluations);
      // Reading the clock for every sample would take too long.
      if (i % 64 === 0 && slice.isTimeUp()) yield;
    }
    return this.sum;
  }

  private addGradient(weight: number): void {
    this.gradientCode.run(this.registers);
    this.source.loss.gradient.forEach((node, i) => {
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
