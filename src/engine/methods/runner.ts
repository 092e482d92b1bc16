import { LossEvaluator } from '../loss/evaluator';
import { validationSamplesOf } from '../loss/source';
import type { MethodPlan, PlannedProblem } from '../plan/types';
import { rowsOf, traceBuffers, type TraceBuffers } from '../trace/trace';
import type { Iteration, Stop } from '../trace/iterations';
import type { RunRows, RunTrace } from '../trace/types';
import { algorithms } from './algorithms';
import { finishMethodTrace } from './finish';
import { objectiveOf } from './objective';
import type { Evaluations } from './types';

/** Computes one run by a classical method, in float64 on the processor, whatever device computes the others. */
export class MethodRunner {
  private readonly buffers: TraceBuffers;
  private readonly evaluator: LossEvaluator;
  private readonly count: Evaluations;
  private readonly steps: Generator<Iteration, Stop>;
  private readonly iterations: Iteration[] = [];
  private readonly evaluations: number[][] = [];
  private stop: Stop | null = null;
  private ended = false;

  /** @throws RangeError if there is no such method */
  constructor(
    private readonly plan: PlannedProblem,
    private readonly run: MethodPlan,
  ) {
    this.buffers = traceBuffers(plan, run);
    const { objective, count } = objectiveOf(plan);
    this.count = count;
    this.evaluator = new LossEvaluator(plan, 'float64');
    const algorithm = algorithms[run.optimizer];
    if (!algorithm) throw new RangeError(`no algorithm ${run.optimizer}`);
    this.steps = algorithm(objective, Array.from(run.start), run.hyper);
  }

  private get rows(): number {
    return this.iterations.length;
  }

  isDone(): boolean {
    return this.ended;
  }

  /** Makes one iteration; the first one is the start. */
  advance(): void {
    const { run, iterations, count } = this;
    const { value, done } = this.steps.next();
    if (done) {
      this.stop = value;
      this.ended = true;
      return;
    }
    this.store(value.point);
    iterations.push(value);
    this.evaluations.push([count.loss, count.gradient, count.hessian]);
    this.ended = iterations.length > run.updates || !value.point.every(Number.isFinite);
  }

  /** The trace; to be asked for once all is done. */
  trace(): RunTrace {
    const { plan, run, buffers, iterations, evaluations, stop } = this;
    return finishMethodTrace(plan, run, buffers, { iterations, evaluations, stop });
  }

  rowsSoFar(): RunRows {
    return rowsOf(this.run, this.buffers, 0, this.rows);
  }

  private store(point: readonly number[]): void {
    const { plan, buffers, evaluator, rows } = this;
    const validation = validationSamplesOf(plan);
    buffers.params.set(point, rows * point.length);
    buffers.loss[rows] = evaluator.lossAt(point);
    if (validation) buffers.validation[rows] = evaluator.lossOver(validation, point);
  }
}
