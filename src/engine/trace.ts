import { numbersFrom } from './fill';
import { outcomeOf } from './outcome';
import type { Plan, RunPlan } from './plan';
import type { RunTrace } from './types';

/** Room for every row of a run. */
export interface TraceBuffers {
  readonly params: Float64Array;
  readonly loss: Float64Array;
  /** Empty where no samples were kept back. */
  readonly validation: Float64Array;
  readonly state: Float64Array;
}

export function emptyTrace(plan: Pick<Plan, 'data'>, run: RunPlan): TraceBuffers {
  const rows = run.updates + 1;
  return {
    params: new Float64Array(rows * run.start.length),
    loss: new Float64Array(rows),
    validation: new Float64Array(plan.data?.validation ? rows : 0),
    state: new Float64Array(rows * run.startState.length),
  };
}

/** The first `rows` rows of a run that is still on its way. */
export function partialTrace(run: RunPlan, buffers: TraceBuffers, rows: number): RunTrace {
  return {
    rows,
    params: buffers.params.slice(0, rows * run.start.length),
    loss: buffers.loss.slice(0, rows),
    ...(buffers.validation.length > 0 && { validation: buffers.validation.slice(0, rows) }),
    state: buffers.state.slice(0, rows * run.startState.length),
    outcome: null,
    samplesSeen: samplesSeen(run, rows),
    lr: run.rates.slice(0, Math.max(0, rows - 1)),
  };
}

/**
 * The trace of a run that is over: cut after its first row that is not finite, and its end named.
 * @param rows rows that the engine computed, row 0 the start.
 */
export function finishTrace(plan: Plan, run: RunPlan, buffers: TraceBuffers, rows: number): RunTrace {
  const kept = finiteRows(run, buffers, rows);
  const trace = partialTrace(run, buffers, kept);
  return { ...trace, outcome: outcomeOf(plan, run, trace) };
}

/** Rows up to and with the first in which a parameter or the loss is not finite. */
export function finiteRows(run: RunPlan, { params, loss }: TraceBuffers, rows: number): number {
  const n = run.start.length;
  for (let row = 0; row < rows; row += 1) {
    let finite = Number.isFinite(loss[row]);
    for (let i = 0; i < n && finite; i += 1) finite = Number.isFinite(params[row * n + i]);
    if (!finite) return row + 1;
  }
  return rows;
}

function samplesSeen(run: RunPlan, rows: number): Float64Array {
  const { batches } = run;
  return numbersFrom(rows, (row) => (batches && row > 0 ? (batches.seen[row - 1] as number) : batches ? 0 : row));
}
