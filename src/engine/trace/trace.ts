import { numbersFrom } from '../common/fill';
import { validationSamplesOf } from '../loss/source';
import { outcomeOf } from './outcome';
import type { AnyRunPlan, PlannedProblem } from '../plan/types';
import type { RunRows, RunTrace } from './types';

/** Arrays for every row of a run, filled while it is computed. */
export interface TraceBuffers {
  readonly params: Float64Array;
  readonly loss: Float64Array;
  /** Loss over the held-back samples; empty if there are none. */
  readonly validation: Float64Array;
  readonly state: Float64Array;
}

export function traceBuffers(plan: PlannedProblem, run: AnyRunPlan): TraceBuffers {
  const rows = run.updates + 1;
  return {
    params: new Float64Array(rows * run.start.length),
    loss: new Float64Array(rows),
    validation: new Float64Array(validationSamplesOf(plan) ? rows : 0),
    state: new Float64Array(rows * run.startState.length),
  };
}

/** Rows of an unfinished run, from `first` to `rows` (exclusive). */
export const rowsOf = (run: AnyRunPlan, buffers: TraceBuffers, first: number, rows: number): RunRows => ({
  first,
  ...sliceRows(run, buffers, first, rows),
});

function sliceRows(run: AnyRunPlan, buffers: TraceBuffers, first: number, rows: number): RunTrace {
  const width = run.start.length;
  const stateWidth = run.startState.length;
  return {
    rows,
    params: buffers.params.slice(first * width, rows * width),
    loss: buffers.loss.slice(first, rows),
    ...(buffers.validation.length > 0 && { validation: buffers.validation.slice(first, rows) }),
    state: buffers.state.slice(first * stateWidth, rows * stateWidth),
    outcome: null,
    ...evaluationsIn(run),
    samplesSeen: samplesSeen(run, first, rows),
    lr: run.rates.slice(Math.max(0, first - 1), Math.max(0, rows - 1)),
  };
}

/** What an update of a rule evaluates, where that is not one gradient. The Hessian's diagonal costs as much as the Hessian. */
function evaluationsIn(run: AnyRunPlan): Pick<RunTrace, 'evaluations'> {
  if (run.by === 'method') return {};
  const cost = { gradient: 1, product: 1, diagonal: run.start.length };
  const evaluations = run.step.calls.reduce(
    (count, { of, isRead, loss }) => count + (isRead ? cost[of] : 0) + (loss === null ? 0 : 1),
    0,
  );
  return evaluations === 1 ? {} : { evaluations };
}

/** Rows of a finished run from `first` on. */
export function rowsFrom(trace: RunTrace, first: number): RunRows {
  const { rows } = trace;
  const from = (values: Float64Array) => values.slice((values.length / rows) * Math.min(first, rows));
  return {
    ...trace,
    first: Math.min(first, rows),
    params: from(trace.params),
    loss: from(trace.loss),
    ...(trace.validation && { validation: from(trace.validation) }),
    state: from(trace.state),
    samplesSeen: from(trace.samplesSeen),
    lr: trace.lr.slice(Math.max(0, Math.min(first, rows) - 1)),
  };
}

/**
 * The trace of a finished run, cut after its first row that is not finite, with its outcome.
 * @param rows rows that the engine computed, row 0 the start.
 */
export function finishTrace(plan: PlannedProblem, run: AnyRunPlan, buffers: TraceBuffers, rows: number): RunTrace {
  const kept = finiteRows(run, buffers, rows);
  const trace = sliceRows(run, buffers, 0, kept);
  return { ...trace, outcome: outcomeOf(plan, run, trace) };
}

/** Number of rows up to and with the first in which a parameter or the loss is not finite. */
function finiteRows(run: AnyRunPlan, { params, loss }: TraceBuffers, rows: number): number {
  const n = run.start.length;
  for (let row = 0; row < rows; row += 1) {
    let finite = Number.isFinite(loss[row]);
    for (let i = 0; i < n && finite; i += 1) finite = Number.isFinite(params[row * n + i]);
    if (!finite) return row + 1;
  }
  return rows;
}

function samplesSeen(run: AnyRunPlan, first: number, rows: number): Float64Array {
  if (run.kind === 'function') return numbersFrom(rows - first, (i) => first + i);
  const seen = run.batches.samplesSeen;
  return numbersFrom(rows - first, (i) => (first + i === 0 ? 0 : (seen[first + i - 1] as number)));
}
