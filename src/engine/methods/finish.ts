import type { MethodPlan, PlannedProblem } from '../plan/types';
import type { MethodRecord } from '../trace/iterations';
import { outcomeOf } from '../trace/outcome';
import { finishTrace, type TraceBuffers } from '../trace/trace';
import type { Outcome, RunTrace } from '../trace/types';

/**
 * The trace of a run by a classical method. One that has stopped by itself stays where it is, so its outcome is that of a run
 * which stands there for as long again.
 */
export function finishMethodTrace(
  plan: PlannedProblem,
  run: MethodPlan,
  buffers: TraceBuffers,
  record: MethodRecord,
): RunTrace {
  const trace = { ...finishTrace(plan, run, buffers, record.iterations.length), method: record };
  const { stop } = record;
  if (stop === null || trace.outcome?.kind === 'diverged') return trace;
  const found = outcomeOf(plan, run, stayingOn(trace));
  const isSuccess = stop === 'gradient' || stop === 'simplex';
  const outcome: Outcome =
    isSuccess || found.kind === 'converged' || found.kind === 'left'
      ? found
      : { kind: 'stopped', step: trace.rows - 1, why: stop };
  return { ...trace, outcome };
}

/** The rows of a run, and its last one as often again. */
function stayingOn({ rows, params, loss }: RunTrace): Pick<RunTrace, 'rows' | 'params' | 'loss'> {
  const n = params.length / rows;
  const all = { rows: 2 * rows, params: new Float64Array(2 * rows * n), loss: new Float64Array(2 * rows) };
  all.params.set(params);
  all.loss.set(loss);
  for (let row = rows; row < all.rows; row += 1) all.params.set(params.subarray((rows - 1) * n), row * n);
  all.loss.fill(loss[rows - 1] as number, rows);
  return all;
}
